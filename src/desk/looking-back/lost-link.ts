import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';

/** The words of a public text, as far as they can hold a link. */
export interface LinkingText {
  readonly release: string;
  readonly locale: string;
  /** Of its publication; texts are looked at in this order. */
  readonly sequence: number;
  /** Body and notes. */
  readonly html: string;
}

export interface LostLink {
  readonly release: string;
  readonly locale: string;
  readonly headline: string;
  /** A path of this site at which nothing is. */
  readonly target: string;
}

export interface LostLinkStore {
  /** The place to go on from, for one process until `until`; null: it is not time, or another is at it. */
  claim(tx: Tx, now: Instant, until: Instant): Promise<number | null>;
  /** Texts that readers can read, of a sequence above `place`. */
  texts(tx: Tx, place: number, limit: number): Promise<readonly LinkingText[]>;
  /** Replaces what is known of these texts. */
  keep(tx: Tx, texts: readonly LinkingText[], lost: readonly Omit<LostLink, 'headline'>[], at: Instant): Promise<void>;
  /** @param finishedAt the last text was looked at; null: it goes on. */
  goOn(tx: Tx, order: { place: number; dueAt: Instant; finishedAt: Instant | null }): Promise<void>;
}

import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';

/** What somebody outside said of a text that they were asked to review, bound for ever to the content they read. */
export interface Remark {
  readonly id: string;
  /** The preview link that it came by. */
  readonly link: string;
  readonly release: string;
  readonly locale: Locale;
  readonly on: ReviewedText;
  readonly madeAt: Instant;
  /** As its author gave it: nobody has checked who they are. */
  readonly name: string;
  /** Null: they have read the text and found nothing wrong. */
  readonly words: string | null;
  /** By its number in `paragraphsOf`, from 1; null: the whole text. */
  readonly paragraph: number | null;
  readonly settled: Settled | null;
}

/** The text as it was shown: a revision, and the hash of its content (`contentHash`). */
export interface ReviewedText {
  readonly edition: number;
  readonly revision: number;
  readonly contentHash: string;
}

export interface Settled {
  readonly by: string;
  readonly at: Instant;
  readonly answer: string;
}

export interface RemarkStore {
  add(tx: Tx, remark: Remark): Promise<void>;
  ofId(tx: Tx, id: string): Promise<Remark | null>;
  /** Newest first, at most 500. */
  ofText(tx: Tx, release: string, locale: Locale): Promise<readonly Remark[]>;
  /** Newest first, at most 200. */
  ofLink(tx: Tx, link: string): Promise<readonly Remark[]>;
  /** How many came by a link since then. */
  countSince(tx: Tx, link: string, since: Instant): Promise<number>;
  settle(tx: Tx, id: string, settled: Settled): Promise<void>;
}

import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from './list.ts';
import type { Change, PublishedTime } from './published-release.ts';
import type { Reference } from './reference.ts';

/** What somebody asks who keeps a copy of this newsroom in step with it: the texts in the order of their last acts. */
export interface HarvestReads {
  /** Texts upon which the last act so far has a sequence above `after` and at most `upTo`, at most `limit`, in that order. */
  lastChanged(order: HarvestOrder): Promise<readonly HarvestedText[]>;

  /** The text as it is now; null when there is none. @param release its id. */
  harvested(release: string, locale: Locale): Promise<HarvestedText | null>;

  /** Public acts until now, or until `at`, that instant included. */
  actsUntil(at: Instant | null): Promise<number>;

  /** When the first act was done; null while there is none. */
  firstAct(): Promise<Instant | null>;

  /** Every language that a text is in, in code order. */
  textLocales(): Promise<readonly Locale[]>;
}

export interface HarvestOrder {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
  readonly of: HarvestSubject | null;
}

/** What never changes about a text. A value of null: whatever has one at all. */
export type HarvestSubject =
  | { readonly kind: 'office' | 'type'; readonly value: string }
  | { readonly kind: 'country' | 'topic'; readonly value: string | null }
  | { readonly kind: 'language'; readonly value: Locale };

export interface HarvestedText {
  readonly release: string;
  readonly reference: Reference;
  readonly type: ReleaseType;
  readonly office: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly locale: Locale;
  readonly slug: string;
  readonly published: PublishedTime;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  readonly endReason: string | null;
  /** Of the last act upon the text. */
  readonly lastSequence: number;
  /** When that was done, which for a backdated text is not when it says it was published. */
  readonly doneAt: Instant;
  readonly edition: number;
  /** Null where it was retracted. */
  readonly words: { readonly headline: string; readonly summary: string | null; readonly change: Change | null } | null;
}

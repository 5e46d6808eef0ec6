import type { SafeHtml } from '../platform/html.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from './list.ts';
import type { PublishedPicture, PublishedTime } from './published-release.ts';
import type { Reference } from './reference.ts';
import type { PlaceKey } from './spans.ts';

/** Releases whole, and public acts in their order: for programs that keep a copy. Everything is bounded. */
export interface WholeReleases {
  /** Public acts so far. */
  sequence(): Promise<number>;

  /** @param named a reference, or an id of 36 characters. */
  release(named: Reference | string): Promise<WholeRelease | null>;

  /** @returns null when there is no such release or language; `edition` null when it is not, or no longer, there. */
  edition(named: Reference | string, locale: Locale, number: number): Promise<EditionFound | null>;

  /**
   * The acts with a sequence above `since`, in order. What a later act has taken away is passed over: the act that did so
   * stands in its own place.
   *
   * @param limit at most 100.
   */
  acts(since: number, limit: number): Promise<Acts>;

  /** The years in which releases were first published, on their offices' calendars, and how many: oldest first. */
  years(): Promise<readonly { readonly year: number; readonly releases: number }[]>;

  /** Of those, the ones in which something changed with a sequence above `after` and up to `until`: at most 1,000 apart. */
  yearsTouched(after: number, until: number): Promise<readonly number[]>;

  /** Releases of a year, oldest first. @param after where the last portion ended; null to begin. */
  ofYear(year: number, after: PlaceKey | null, limit: number): Promise<YearPortion>;

  /** Has a text of that year been retracted with a sequence above `after`? */
  isRetractedSince(year: number, after: number): Promise<boolean>;
}

export interface YearPortion {
  readonly releases: readonly WholeRelease[];
  /** Null at the end. */
  readonly next: PlaceKey | null;
}

/** What is said of a release once and for all. */
export interface ReleaseFacts {
  readonly id: string;
  readonly reference: Reference;
  readonly type: ReleaseType;
  readonly office: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
  readonly origin: 'written' | 'imported';
  /** Of its first language: its place on lists of scope `any`, together with `sequence`. */
  readonly published: PublishedTime;
  readonly sequence: number;
}

export interface WholeRelease extends ReleaseFacts {
  /** Oldest first. */
  readonly languages: readonly WholeLanguage[];
}

export interface LanguageFacts {
  readonly locale: Locale;
  readonly slug: string;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  /** Its place on lists of its locale, together with `sequence`. */
  readonly published: PublishedTime;
  readonly sequence: number;
  readonly changedAt: Instant;
  /** Null as long as it is published. */
  readonly end: { readonly at: Instant; readonly sequence: number; readonly reason: string } | null;
}

export interface WholeLanguage extends LanguageFacts {
  /** Null once it is retracted. */
  readonly current: WholeEdition | null;
  /** All of them, the current one last; none once it is retracted. */
  readonly editions: readonly EditionFacts[];
  /** The text it was translated from was corrected since, and this one has not followed. */
  readonly isBehindCorrection: boolean;
}

export interface EditionFacts {
  readonly number: number;
  readonly publishedAt: Instant;
  readonly sequence: number;
  /** Null for the first. */
  readonly change: {
    readonly kind: 'correction' | 'clarification' | 'update';
    readonly note: string;
    /** Readers have reason to read again. */
    readonly major: boolean;
  } | null;
  readonly translatedFrom: { readonly locale: Locale; readonly edition: number } | null;
}

export interface WholeEdition extends EditionFacts {
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: SafeHtml;
  readonly notes: SafeHtml | null;
  readonly pictures: readonly PublishedPicture[];
}

export interface EditionFound {
  readonly release: ReleaseFacts;
  readonly language: LanguageFacts;
  readonly isCurrent: boolean;
  readonly edition: WholeEdition | null;
}

export type PublicAct = {
  readonly sequence: number;
  readonly at: Instant;
  readonly release: ReleaseFacts;
  readonly language: LanguageFacts;
} & (
  | { readonly act: 'published' | 'changed'; readonly edition: WholeEdition }
  | { readonly act: 'withdrawn' | 'retracted'; readonly edition: null }
);

export interface Acts {
  readonly acts: readonly PublicAct[];
  /** Where to go on: everything up to here has been told. */
  readonly next: number;
  /** The last public act there is. */
  readonly latest: number;
}

import type { Boilerplate } from '../offices/office.ts';
import type { SafeHtml } from '../platform/html.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ListSubject, ReleaseType } from './list.ts';
import type { Reference } from './reference.ts';

declare const publicly: unique symbol;

/** Bytes and rights of a picture as the public may see them. */
export interface PublishedAsset {
  readonly id: string;
  /** Null where only the credit has come down to us and the picture itself is lost. */
  readonly kept: KeptBytes | null;
  /** As the source had it: `© Miguel Schincariol / AFP`. */
  readonly credit: string | null;
  readonly creator: string | null;
  readonly agency: string | null;
  readonly copyrightHolder: string | null;
  /** Stored with the picture, never the year of viewing. */
  readonly copyrightYear: number | null;
  readonly usageTerms: string | null;
}

export interface KeptBytes {
  /** SHA-256 of the original, 64 hexadecimal digits. */
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
}

/** A picture in a text: the asset, and the words about it in the text's language. */
export interface PublishedPicture {
  readonly asset: PublishedAsset;
  readonly alt: string;
  readonly caption: string | null;
}

/** When a text went public; with precision `day` only the civil day is known and only it is shown. */
export interface PublishedTime {
  readonly at: Instant;
  /** In the issuing office's zone. */
  readonly day: CivilDay;
  readonly precision: 'instant' | 'day';
}

export interface LanguageOffered {
  readonly locale: Locale;
  readonly slug: string;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
}

/** One line of a list. `text` is null for a tombstone: the release was retracted in the language shown. */
export interface ListItem {
  readonly [publicly]: true;
  readonly release: string;
  readonly reference: Reference;
  readonly type: ReleaseType;
  readonly office: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly sequence: number;
  /** Of the placement: decides the item's place and the heading it stands under. */
  readonly published: PublishedTime;
  /** On which the text shown was published: a later day than its place’s where the release was first issued in another language. */
  readonly textDay: CivilDay;
  /** Of the text shown. */
  readonly locale: Locale;
  readonly isFallback: boolean;
  readonly slug: string;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
  readonly text: ListText | null;
  readonly changedAt: Instant;
  /** The current edition's, when it is not the first. */
  readonly change: Change | null;
  /** All languages of the release, the one shown included, oldest first. */
  readonly languages: readonly LanguageOffered[];
}

export interface ListText {
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly picture: PublishedPicture | null;
}

export interface Change {
  readonly kind: 'correction' | 'clarification' | 'update';
  readonly note: string;
  readonly at: Instant;
  readonly edition: number;
}

/** A fixed page, or the newest page with the one before it joined. */
export interface ListPage {
  readonly subject: ListSubject;
  /** The reader's. */
  readonly locale: Locale;
  /** Which of the subject's lists it is: that of one language, or that of every release. */
  readonly scope: Locale | 'any';
  /** Null on the list's (or the year's) own address. */
  readonly number: number | null;
  readonly year: number | null;
  /** Newest first, at most 40. */
  readonly items: readonly ListItem[];
  /** Number of the next page down or up; null at the ends. `newer: 'newest'` leads to the list's own address. */
  readonly older: number | null;
  readonly newer: number | 'newest' | null;
  /** Where a span that holds more than 40 goes on: at this page, below the item with this sequence. */
  readonly rest: { readonly page: number; readonly after: number } | null;
  /**
   * The highest number; 0 for an empty list. Null on a fixed page that lies more than two below it: such a page says the same
   * however many there are, and is kept however many there come. `Published.newestNumber` tells it all the same.
   */
  readonly newest: number | null;
}

/** A page that tells how many there are: a list's own address does. */
export interface CountedPage extends ListPage {
  readonly newest: number;
}

/** How many releases a month of a list has. */
export interface MonthCount {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly count: number;
}

/** A text in full: the current edition, or an earlier one. */
export interface PublishedText {
  readonly [publicly]: true;
  readonly release: string;
  readonly reference: Reference;
  readonly type: ReleaseType;
  readonly office: string;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
  readonly origin: 'written' | 'imported';
  readonly locale: Locale;
  readonly slug: string;
  readonly standing: 'published' | 'withdrawn';
  readonly endReason: string | null;
  readonly endedAt: Instant | null;
  readonly published: PublishedTime;
  /** Where the release was issued in another language on an earlier day. */
  readonly firstPublished: { readonly day: CivilDay; readonly locale: Locale } | null;
  readonly changedAt: Instant;
  readonly sequence: number;
  readonly edition: number;
  readonly isCurrent: boolean;
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: SafeHtml;
  readonly notes: SafeHtml | null;
  readonly pictures: readonly PublishedPicture[];
  /** Every change that was ever made, newest first. */
  readonly changes: readonly Change[];
  readonly translatedFrom: { readonly locale: Locale; readonly edition: number } | null;
  /** The text it was translated from was corrected since, and this one has not followed. */
  readonly isBehindCorrection: boolean;
  /** Of the day the text went public. */
  readonly boilerplate: Boilerplate | null;
  readonly languages: readonly LanguageOffered[];
}

/** What is left of a retracted text. */
export interface Tombstone {
  readonly release: string;
  readonly reference: Reference;
  readonly office: string;
  readonly locale: Locale;
  readonly slug: string;
  readonly published: PublishedTime;
  readonly retractedAt: Instant;
  readonly reason: string;
  readonly languages: readonly LanguageOffered[];
}

export type TextOrTombstone =
  | { readonly found: 'text'; readonly text: PublishedText }
  | { readonly found: 'tombstone'; readonly tombstone: Tombstone };

export type TextFound =
  | TextOrTombstone
  /** The release exists, but not in this language. */
  | {
      readonly found: 'other-languages';
      readonly languages: readonly LanguageOffered[];
      readonly reference: Reference;
    };

/** A line of a sitemap: one release, all its readable languages. */
export interface MappedRelease {
  readonly reference: Reference;
  readonly sequence: number;
  readonly languages: readonly MappedLanguage[];
  readonly pictures: readonly string[];
}

export interface MappedLanguage extends LanguageOffered {
  readonly published: PublishedTime;
  readonly changedAt: Instant;
  readonly headline: string;
}

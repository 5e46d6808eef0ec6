import type { Office, Organisation, Topic } from '../offices/office.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { HarvestReads } from './harvest.ts';
import type { ListSubject, ReleaseType } from './list.ts';
import type { MementoReads } from './memento.ts';
import type {
  CountedPage,
  ListItem,
  ListPage,
  MappedRelease,
  MonthCount,
  PublishedAsset,
  TextFound,
  TextOrTombstone,
} from './published-release.ts';
import type { Reference } from './reference.ts';

/** The one door out: all that pages, feeds, maps and media can ask. Everything is bounded and in total order. */
export interface Published extends HarvestReads, MementoReads {
  /** Who publishes here: the same object for as long as it would say the same. */
  institution(): Promise<Institution>;

  /** The newest page with the one before it joined: 21 to 40 items, fewer while the list is that short. */
  newestPage(subject: ListSubject, locale: Locale): Promise<CountedPage>;

  /**
   * A fixed page: the same members for ever.
   *
   * @param after a sequence: goes on below that item, for a span that holds more than 40.
   * @returns null when there is no such page.
   */
  fixedPage(subject: ListSubject, locale: Locale, number: number, after?: number): Promise<ListPage | null>;

  /**
   * The pages of a list clipped to a civil year.
   *
   * @param number null for the year's own address: its newest page and the one before it joined.
   * @returns null when the year has none, or not that page.
   */
  yearPage(
    subject: ListSubject,
    locale: Locale,
    year: number,
    number: number | null,
    after?: number,
  ): Promise<ListPage | null>;

  /** What is pinned above a list, the latest pin first: at most three, as the list shows them in this language. */
  pinned(subject: ListSubject, locale: Locale): Promise<readonly ListItem[]>;

  /** The highest number of a list's pages; 0 for an empty list. */
  newestNumber(subject: ListSubject, locale: Locale): Promise<number>;

  /** Newest month first; months without a release are left out. */
  months(subject: ListSubject, locale: Locale): Promise<readonly MonthCount[]>;

  /** In which a list has something, newest first. */
  years(subject: ListSubject, locale: Locale): Promise<readonly number[]>;

  /** @param edition null for the current one. @returns null when there is no such release or edition. */
  text(reference: Reference, locale: Locale, edition: number | null): Promise<TextFound | null>;

  /** What a path that this server once served leads to now. */
  pathLeadsTo(
    path: string,
  ): Promise<{ readonly reference: Reference; readonly locale: Locale; readonly slug: string } | null>;

  /**
   * What the legacy map says of one old address.
   *
   * @param query null where it does not count.
   */
  legacyAddressLeadsTo(path: string, query: URLSearchParams | null): Promise<LedTo | null>;

  /** What the first pattern of the legacy map that describes an address, with its query or without, makes of it. */
  legacyPatternLeadsTo(path: string, query: URLSearchParams): Promise<LedTo | null>;

  /** Null when no public text shows such a picture. @param hash 64 hexadecimal digits. */
  asset(hash: string): Promise<PublishedAsset | null>;

  /** Releases first published with a sequence above `after` and at most `after + span`, in that order. For maps. */
  mapped(after: number, span: number): Promise<readonly MappedRelease[]>;

  /** Where the parts of a map begin, each `span` sequences wide: 0, span, 2 × span … Parts never move. */
  mapParts(span: number): Promise<readonly number[]>;

  /** Readable texts first published since `since`, newest first, at most 1,000: for the news map. */
  since(locale: Locale, since: Instant): Promise<readonly ListItem[]>;

  /** The texts of a list page in full, or what is left of them, in the page's order. For feeds. */
  fullTexts(items: readonly ListItem[]): Promise<readonly TextOrTombstone[]>;

  /** Grows whenever anything public changed. */
  version(): number | Promise<number>;
}

/** What has become of an old address; a page has a path of this site. */
export type LedTo =
  | { readonly to: 'text'; readonly reference: Reference; readonly locale: Locale; readonly slug: string }
  | { readonly to: 'page'; readonly path: string }
  | { readonly to: 'gone' };

export interface Institution {
  readonly organisation: Organisation;
  /** In the order they are named. */
  readonly offices: readonly Office[];
  readonly topics: readonly Topic[];
  /** Every country that a release concerns, ISO 3166-1 alpha-2, in code order. */
  readonly countries: readonly string[];
  /** Those of which there are releases, in the order of the list of types. */
  readonly types: readonly ReleaseType[];
}

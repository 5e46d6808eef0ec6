import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';
import type { ListItem } from '../published/published-release.ts';
import type { Content, Query, QueryNote } from './query.ts';

/** Looking for texts in everything that is public, at this instant. */
export interface Search {
  find(order: SearchOrder): Promise<SearchFound>;

  /** For a query that is still being typed. @param text as typed; at most 200 characters count. */
  suggest(text: string, locale: Locale): Promise<Suggestions>;

  close(): Promise<void>;
}

export interface SearchOrder {
  readonly query: Query;
  /** The reader's: of the languages in which a release was found, this one is shown. */
  readonly locale: Locale;
  readonly fallback: Locale;
  readonly sort: SearchSort;
  /** How many releases to pass over; at most DEEPEST. */
  readonly skip: number;
  /** 1 to 100. */
  readonly limit: number;
}

/** Best first: BM25 over fields, a little more for recent texts, less for withdrawn ones. */
export type SearchSort = 'best' | 'newest';

/** Nobody reads further: whoever wants everything takes the bulk files. */
export const DEEPEST = 10_000;

export interface SearchFound {
  /** Each release once, in its best language for the reader. */
  readonly hits: readonly SearchHit[];
  readonly count: Count;
  readonly facets: Facets;
  /** The query in words that this archive knows; null where the query found something or nothing is near. */
  readonly didYouMean: string | null;
  /** What was not looked for with the rest. */
  readonly notes: readonly QueryNote[];
}

/** Exact up to 10,000; then `isMore`, and `count` is how many were counted. */
export interface Count {
  readonly count: number;
  readonly isMore: boolean;
}

export interface SearchHit {
  /** Of the text found. */
  readonly item: ListItem;
  readonly headline: Extract;
  /** Where the words stand, in the body or the summary; null where they stand in neither. */
  readonly extract: Extract | null;
}

/** Text in pieces; found words are marked. */
export type Extract = readonly { readonly text: string; readonly isFound: boolean }[];

/** How many of the releases found each choice leaves; most first, then by value. Counted like `count`. */
export interface Facets {
  readonly offices: readonly FacetCount<string>[];
  readonly countries: readonly FacetCount<string>[];
  readonly topics: readonly FacetCount<string>[];
  readonly types: readonly FacetCount<ReleaseType>[];
  readonly locales: readonly FacetCount<Locale>[];
  /** Of releases that have it in any text found. */
  readonly has: readonly FacetCount<Content>[];
  /** Newest first. */
  readonly years: readonly FacetCount<number>[];
}

export const noFacets: Facets = {
  ...{ offices: [], countries: [], topics: [], types: [], locales: [], has: [] },
  years: [],
};

export interface FacetCount<Value> {
  readonly value: Value;
  readonly count: number;
}

export interface Suggestions {
  /** The query with its last word completed, most frequent first; at most 6. */
  readonly queries: readonly string[];
  /** The newest releases that it would find; at most 4. */
  readonly hits: readonly SearchHit[];
}

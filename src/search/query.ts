import type { CivilDay } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';

/** What somebody looks for. Every word must occur, none of `without`, and every filter must hold. */
export interface Query {
  readonly words: readonly Wanted[];
  readonly without: readonly Wanted[];
  readonly filters: Filters;
}

/** A phrase stands in this order, in one field; a prefix is how a word begins. Text as typed, without its marks. */
export interface Wanted {
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
}

export const contents = ['picture'] as const;
export type Content = (typeof contents)[number];

/** An empty list filters nothing; one of several must hold. Codes are of this newsroom's own. */
export interface Filters {
  readonly offices: readonly string[];
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly types: readonly ReleaseType[];
  readonly locales: readonly Locale[];
  /** What the text has beside its words. */
  readonly has: readonly Content[];
  /** First and last civil day of publication, both included. */
  readonly from: CivilDay | null;
  readonly to: CivilDay | null;
}

/** Nothing is held back. */
export const noFilters: Filters = {
  ...{ offices: [], countries: [], topics: [], types: [], locales: [], has: [] },
  ...{ from: null, to: null },
};

/** What was not understood, or only partly, or as a plain word; with the words it is about. The rest of the query was used. */
export interface QueryNote {
  readonly note:
    | 'quote-not-closed'
    | 'nothing-after-minus'
    | 'filter-after-minus'
    | 'not-a-filter'
    | 'not-an-operator'
    | 'nothing-to-look-for'
    | 'only-without'
    | 'unknown-office'
    | 'unknown-country'
    | 'unknown-topic'
    | 'unknown-type'
    | 'unknown-language'
    | 'unknown-content'
    | 'not-a-day'
    | 'days-in-wrong-order'
    | 'prefix-too-short'
    | 'too-many-beginnings'
    | 'too-long'
    | 'too-many-words'
    | 'too-common';
  readonly about: string;
}

export interface QueryRead {
  readonly query: Query;
  readonly notes: readonly QueryNote[];
}

/** More is cut off, and noted. Characters are UTF-16 units. */
export const QUERY_LIMITS = { characters: 1_000, words: 32, beginnings: 4 } as const;

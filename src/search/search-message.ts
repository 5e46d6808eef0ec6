import type { Locale } from '../platform/locales.ts';
import type { SearchOrder } from './search.ts';

/** What the thread that searches is given: how to open the public half. */
export interface SearchSettings {
  readonly database: string;
  readonly publishedDatabase: string | null;
  /** What a search reads at most; undefined: as of leave-out-common.ts. */
  readonly mostPostings: number | undefined;
}

export interface SearchAsked {
  readonly number: number;
  readonly ask:
    | { readonly kind: 'find'; readonly order: SearchOrder }
    | { readonly kind: 'suggest'; readonly order: { readonly text: string; readonly locale: Locale } };
}

export interface SearchAnswered {
  readonly number: number;
  /** In JSON. */
  readonly answer?: string;
  /** What went wrong, for the log. */
  readonly problem?: string;
}

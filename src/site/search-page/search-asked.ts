import type { Locale } from '../../platform/locales.ts';
import type { Query, QueryNote } from '../../search/query.ts';
import { isUnfiltered } from '../../search/read-query.ts';
import { DEEPEST, type SearchSort } from '../../search/search.ts';
import { writeQuery } from '../../search/write-query.ts';
import { searchPath } from '../site-addresses.ts';

export const PAGE_SIZE = 20;

/** The first is 1. */
export const LAST_PAGE = DEEPEST / PAGE_SIZE;

/** What the address of a search page says. */
export interface SearchAsked {
  readonly query: Query;
  readonly notes: readonly QueryNote[];
  readonly sort: SearchSort;
  readonly page: number;
}

/** Is there anything to look for? Words to leave out alone are not. */
export function isAsked({ words, filters }: Query): boolean {
  return words.length > 0 || !isUnfiltered(filters);
}

/** Without words, nothing is a better match than something else. */
export function usualSort({ words }: Query): SearchSort {
  return words.length > 0 ? 'best' : 'newest';
}

/** @param page left out for the first. */
export function searchAddress(
  locale: Locale,
  { query, sort, page = 1 }: Pick<SearchAsked, 'query' | 'sort'> & { readonly page?: number },
): string {
  const written = writeQuery(query);
  if (sort !== usualSort(query)) written.set('sort', sort);
  if (page > 1) written.set('page', String(page));
  return written.size === 0 ? searchPath(locale) : `${searchPath(locale)}?${written}`;
}

import {
  noFacets,
  type Search,
  type SearchFound,
  type SearchHit,
  type SearchOrder,
  type Suggestions,
} from '../../src/search/search.ts';
import { itemFor, textFor } from './small-newsroom.ts';

/** What a search found, in so many words; what is not said is nothing. */
export function foundOf(hits: readonly SearchHit[], more: Partial<SearchFound> = {}): SearchFound {
  return { hits, count: { count: hits.length, isMore: false }, facets: noFacets, didYouMean: null, notes: [], ...more };
}

/** Marks what stands in brackets: `the [ferry] leaves`. */
export function extractOf(text: string): SearchHit['headline'] {
  return text
    .split(/[[\]]/)
    .map((part, place) => ({ text: part, isFound: place % 2 === 1 }))
    .filter((part) => part.text !== '');
}

export function hitFor(
  number: number,
  { headline = `Release [${number}]`, extract = 'The [ferry] leaves at nine.', ...order }: Record<string, unknown> = {},
): SearchHit {
  const plain = String(headline).replace(/[[\]]/g, '');
  const item = itemFor(textFor({ number, headline: plain, ...order }));
  return { item, headline: extractOf(String(headline)), extract: extract === null ? null : extractOf(String(extract)) };
}

/** A search that answers what it is told to, and remembers what it was asked. */
export function smallSearch(found: SearchFound, suggestions: Suggestions = { queries: [], hits: [] }) {
  const asked: SearchOrder[] = [];
  const typed: [string, string][] = [];
  const search: Search = {
    find: async (order) => {
      asked.push(order);
      return found;
    },
    suggest: async (text, locale) => {
      typed.push([text, locale]);
      return suggestions;
    },
    close: async () => {},
  };
  return { search, asked, typed };
}

import type { Locale } from '../platform/locales.ts';
import type { Shelf } from './archive-shelf.ts';
import { findTexts } from './find-texts.ts';
import type { Suggestions } from './search.ts';
import { eachTerm } from './terms/each-term.ts';

const MOST_QUERIES = 6;
const MOST_HITS = 4;
const LONGEST = 200;

const noFilters = { offices: [], countries: [], topics: [], types: [], locales: [], from: null, to: null };

/** Completes the word that is being typed, and finds the newest texts with it. */
export async function suggest(
  shelf: Shelf,
  order: { readonly text: string; readonly locale: Locale },
): Promise<Suggestions> {
  const text = order.text.slice(0, LONGEST).trim();
  const [, before = '', begun = ''] = /^(.*?)([^\s"]*)$/s.exec(text) ?? [];
  if (begun === '') return { queries: [], hits: [] };

  const words = wordsIn(before).map((word) => ({ kind: 'word' as const, text: word }));
  const query = { words: [...words, { kind: 'prefix' as const, text: begun }], without: [], filters: noFilters };
  const { locale } = order;
  const found = await findTexts(shelf, {
    query,
    locale,
    fallback: locale,
    sort: 'newest',
    skip: 0,
    limit: MOST_HITS,
  });
  return { queries: await completions(shelf, before, begun), hits: found.hits };
}

async function completions(shelf: Shelf, before: string, begun: string): Promise<readonly string[]> {
  const written: (string | null)[] = [];
  eachTerm(begun, 'und', (_term, _position, word) => written.push(word));
  const [word] = written;
  // One letter begins everything.
  if (written.length !== 1 || word === null || word === undefined || word.length < 2) return [];
  const known = await shelf.wordsBeginning(word, MOST_QUERIES);
  return known.map((one) => `${before}${one}`);
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s"]+/).filter((word) => word !== '' && !/^-|:/.test(word));
}

import type { Locale } from '../platform/locales.ts';
import type { Shelf } from './archive-shelf.ts';
import { findTexts } from './find-texts.ts';
import { noFilters, type Wanted } from './query.ts';
import type { Suggestions } from './search.ts';
import { eachTerm } from './terms/each-term.ts';

const MOST_QUERIES = 6;
const MOST_HITS = 4;
const LONGEST = 200;

/** Completes the word that is being typed, and finds the newest texts with it. */
export async function suggest(
  shelf: Shelf,
  order: { readonly text: string; readonly locale: Locale },
): Promise<Suggestions> {
  const text = order.text.slice(0, LONGEST).trim();
  const [, before = '', begun = ''] = /^(.*?)([^\s"]*)$/s.exec(text) ?? [];
  if (begun === '') return { queries: [], hits: [] };

  const written = wordsWrittenIn(begun);
  const words: Wanted[] = wordsIn(before).map((word) => ({ kind: 'word', text: word }));
  // One letter begins everything, and would be looked for longest.
  if (!isOneLetter(written)) words.push({ kind: 'prefix', text: begun });
  if (words.length === 0) return { queries: [], hits: [] };
  const query = { words, without: [], filters: noFilters };
  const { locale } = order;
  const asked = { query, locale, fallback: locale, sort: 'newest', skip: 0, limit: MOST_HITS } as const;
  // Nobody is told how many there are: what is shown is enough.
  const found = await findTexts(shelf, asked, { mostCounted: 0 });
  return { queries: await completions(shelf, before, written), hits: found.hits };
}

async function completions(shelf: Shelf, before: string, written: Written): Promise<readonly string[]> {
  const [word] = written;
  if (written.length !== 1 || word === null || word === undefined || isOneLetter(written)) return [];
  const known = await shelf.wordsBeginning(word, MOST_QUERIES);
  return known.map((one) => `${before}${one}`);
}

/** Folded words; null for what is none: a number, a pair of characters. */
type Written = readonly (string | null)[];

function wordsWrittenIn(text: string): Written {
  const written: (string | null)[] = [];
  eachTerm(text, 'und', (_term, _position, word) => written.push(word));
  return written;
}

function isOneLetter(written: Written): boolean {
  return written.length === 1 && written[0]?.length === 1;
}

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s"]+/).filter((word) => word !== '' && !/^-|:/.test(word));
}

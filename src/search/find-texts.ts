import type { Shelf } from './archive-shelf.ts';
import { countFacets, MOST_COUNTED } from './count-facets.ts';
import { extractOf, markedText } from './extract.ts';
import { findPlacesOf } from './found-places.ts';
import { type KnownIn, knownIn } from './known-in.ts';
import { type Afforded, type AskedWords, leaveOutCommon, MOST_POSTINGS } from './leave-out-common.ts';
import { type AskedWord, askedWord } from './matching.ts';
import { meantInstead } from './meant-instead.ts';
import type { Query, QueryNote, Wanted } from './query.ts';
import { noteAbout } from './query-note.ts';
import type { SearchFound, SearchHit, SearchOrder } from './search.ts';
import { walkArchive } from './walk-archive.ts';
import { writeWords } from './write-query.ts';

/** Words that all beginnings of a query stand for together: of each, those of the most texts. */
const MOST_COMPLETIONS = 100;

interface FindLimits {
  /** What it reads at most: of words that are commoner together, some are left out, and noted. */
  readonly mostPostings?: number;
  /** How many releases are counted. */
  readonly mostCounted?: number;
}

/** Finds what a query asks for, best or newest first, each release once. */
export async function findTexts(
  shelf: Shelf,
  order: SearchOrder,
  { mostPostings = MOST_POSTINGS, mostCounted = MOST_COUNTED }: FindLimits = {},
): Promise<SearchFound> {
  const { query } = order;
  const each = Math.floor(MOST_COMPLETIONS / Math.max(1, beginningsOf(query).size));
  const asked = {
    words: await askedWords(shelf, query.words, each),
    unwanted: await askedWords(shelf, query.without, each),
  };
  const { leftOut, ...left } = await afforded(shelf, asked, mostPostings);
  const { ids, shown, postings } = await walkArchive(shelf, order, left, mostCounted);
  const terms = new Set(left.words.flatMap((word) => word.terms));
  const hits = await hitsOf(shelf, shown, { locale: order.locale, terms, known: knownIn(postings, terms) });
  const didYouMean = ids.length > 0 ? null : await meantInstead(shelf, query);
  return { hits, ...countFacets(ids, shelf.texts, mostCounted), didYouMean, notes: notesOn(leftOut) };
}

async function afforded(shelf: Shelf, asked: AskedWords, most: number): Promise<Afforded> {
  const terms = new Set([...asked.words, ...asked.unwanted].flatMap((word) => word.terms));
  // Even if each of them stood everywhere.
  if (terms.size * shelf.texts.texts <= most) return { ...asked, leftOut: { words: [], without: [] } };
  const counts = await shelf.countPostings([...terms]);
  return leaveOutCommon(asked, (term) => counts.get(term) ?? 0, most);
}

function notesOn(leftOut: Afforded['leftOut']): readonly QueryNote[] {
  const about = writeWords(leftOut);
  return about === '' ? [] : [noteAbout('too-common', about)];
}

function beginningsOf({ words, without }: Query): ReadonlySet<string> {
  return new Set([...words, ...without].filter(({ kind }) => kind === 'prefix').map(({ text }) => text));
}

async function askedWords(shelf: Shelf, wanted: readonly Wanted[], completions: number): Promise<AskedWord[]> {
  const { locale: locales } = shelf.texts.codes;
  const complete = (word: string) => shelf.termsBeginning(word, completions);
  // Twice the same asks for no more than once.
  const different = new Map(wanted.map((one) => [`${one.kind} ${one.text}`, one]));
  const words = await Promise.all(Array.from(different.values(), (one) => askedWord(one, locales, complete)));
  return words.filter((word) => word !== null);
}

interface Marking {
  readonly locale: string;
  readonly terms: ReadonlySet<string>;
  readonly known: (id: number) => KnownIn;
}

async function hitsOf(shelf: Shelf, editions: readonly number[], { locale, terms, known }: Marking) {
  const found = await shelf.found(editions, locale);
  const find = findPlacesOf(terms);
  return found.map((text): SearchHit => {
    const at = known(text.edition);
    return {
      item: text.item,
      headline: markedText(text.item.text?.headline ?? '', text.item.locale, find, at.headline),
      extract: terms.size === 0 ? null : extractOf(text, find, at),
    };
  });
}

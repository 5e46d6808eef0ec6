import { type Hits, inAll, noHits, without } from './hits.ts';
import { hitsOfAny, hitsOfPhrase, type Postings } from './look-up.ts';
import type { Wanted } from './query.ts';
import { eachTerm } from './terms/each-term.ts';
import { type AskedTerm, termsAsked } from './terms/terms-asked.ts';

/** What a query comes down to: its terms, for looking them up and for marking them where they were found. */
export interface AskedWord {
  readonly wanted: Wanted;
  /** What stands at each of its places, ascending. */
  readonly asked: readonly AskedTerm[];
  readonly terms: readonly string[];
  /** Of several terms, which must stand in their order: it is looked up last, among what holds all else. */
  readonly isPhrase: boolean;
  /** @param among no others need be looked into, ascending; null: all. */
  lookUp(postings: Postings, among: Uint32Array | null): Hits;
}

/** Completes prefixes; everything else asks for what it says. */
export type Complete = (word: string) => Promise<readonly string[]>;

/** @returns null where it holds nothing that can be found: a lone punctuation mark. */
export async function askedWord(
  wanted: Wanted,
  locales: readonly string[],
  complete: Complete,
): Promise<AskedWord | null> {
  const asked = termsAsked(wanted.text, locales);
  const last = asked.at(-1);
  if (last === undefined) return null;
  const begun = wanted.kind === 'prefix' ? lastWordOf(wanted.text) : null;
  const ends = begun === null ? last.anyOf : [...new Set([...last.anyOf, ...(await complete(begun))])];
  return lookingFor(wanted, [...asked.slice(0, -1), { ...last, anyOf: ends }]);
}

/** @param asked at least one, ascending. */
export function lookingFor(wanted: Wanted, asked: readonly AskedTerm[]): AskedWord {
  const terms = asked.flatMap(({ anyOf }) => anyOf);
  const isPhrase = asked.length > 1;
  const lookUp = (postings: Postings, among: Uint32Array | null) =>
    isPhrase ? hitsOfPhrase(postings, asked, among) : hitsOfAny(postings, terms);
  return { wanted, asked, terms, isPhrase, lookUp };
}

/** As it is written, folded; null where the text does not end with a word. */
function lastWordOf(text: string): string | null {
  let last: string | null = null;
  eachTerm(text, 'und', (_term, _position, word) => {
    last = word;
  });
  return last;
}

/**
 * Texts that hold every word and none of the others, ascending, and the hits of each word.
 *
 * @param all every text, for a query that has filters only.
 */
export function matching(
  postings: Postings,
  words: readonly AskedWord[],
  unwanted: readonly AskedWord[],
  all: () => Uint32Array,
): { ids: Uint32Array; words: readonly Hits[] } {
  const hits: Hits[] = words.map((word) => (word.isPhrase ? noHits : word.lookUp(postings, null)));
  const single = hits.filter((_, place) => words[place]?.isPhrase === false).map(({ ids }) => ids);
  let found = single.length === 0 ? null : inAll(single);
  words.forEach((word, place) => {
    if (!word.isPhrase) return;
    // None of it is outside of what it was looked for among.
    const own = word.lookUp(postings, found);
    hits[place] = own;
    found = own.ids;
  });
  const left = unwanted.reduce((ids, word) => without(ids, word.lookUp(postings, ids).ids), found ?? all());
  return { ids: left, words: hits };
}

/** Only for those that hold every filter. */
export function keepOnly(ids: Uint32Array, isKept: (id: number) => boolean): Uint32Array {
  const kept = new Uint32Array(ids.length);
  let count = 0;
  for (const id of ids) if (isKept(id)) kept[count++] = id;
  return kept.subarray(0, count);
}

import { type AskedWord, lookingFor } from './matching.ts';
import type { Wanted } from './query.ts';
import type { AskedTerm } from './terms/terms-asked.ts';

/**
 * A posting is one text of one term. So many are read in less than a tenth of a second, and no reader asks for as many: in
 * 125,000 texts they are ten words that each stand in a third of them, and two short beginnings. A count, not a clock: the same
 * search finds the same on a busy machine.
 */
export const MOST_POSTINGS = 1_000_000;

export interface AskedWords {
  readonly words: readonly AskedWord[];
  readonly unwanted: readonly AskedWord[];
}

export interface Afforded extends AskedWords {
  /** What is not looked for, wholly or in part. */
  readonly leftOut: { readonly words: readonly Wanted[]; readonly without: readonly Wanted[] };
}

type CountOf = (term: string) => number;

/**
 * Keeps of what is asked, rarest first, as much as has `most` postings together: a phrase may lose some of its places, which then
 * hold anything. The rarest of the words is kept anyhow; of a beginning, its most frequent words.
 *
 * @param countOf in how many texts a term stands, as nearly as it is known.
 */
export function leaveOutCommon({ words, unwanted }: AskedWords, countOf: CountOf, most: number): Afforded {
  const places = [...words, ...unwanted].flatMap((word) => word.asked.map((place) => placeOf(word, place, countOf)));
  places.sort((one, other) => one.count - other.count);
  const rarest = places.find(({ word }) => words.includes(word));
  const kept = new Map<AskedTerm, readonly string[]>();
  const read = new Set<string>();
  let left = most;
  for (const one of rarest === undefined ? places : [rarest, ...places]) {
    // What another word asks for, too, is read once.
    const count = sumOf(
      one.terms.filter((term) => !read.has(term)),
      countOf,
    );
    if (count > left && one !== rarest) continue;
    const terms = count > left && one.word.wanted.kind === 'prefix' ? firstOf(one.terms, countOf, left) : one.terms;
    left = Math.max(0, left - count);
    if (!kept.has(one.place)) kept.set(one.place, terms);
    for (const term of terms) read.add(term);
  }
  const whole = (word: AskedWord) => word.asked.every((place) => kept.get(place)?.length === place.anyOf.length);
  const still = (all: readonly AskedWord[]) => all.map((word) => (whole(word) ? word : withOnly(word, kept)));
  const shortened = (all: readonly AskedWord[]) => all.filter((word) => !whole(word)).map(({ wanted }) => wanted);
  return {
    words: still(words).filter((word) => word !== null),
    unwanted: still(unwanted).filter((word) => word !== null),
    leftOut: { words: shortened(words), without: shortened(unwanted) },
  };
}

function placeOf(word: AskedWord, place: AskedTerm, countOf: CountOf) {
  return { word, place, terms: place.anyOf, count: sumOf(place.anyOf, countOf) };
}

/** As many of the first as have so many postings; at least one that has any. */
function firstOf(terms: readonly string[], countOf: CountOf, most: number): readonly string[] {
  let sum = 0;
  const end = terms.findIndex((term) => {
    const before = sum;
    sum += countOf(term);
    return before > 0 && sum > most;
  });
  return end < 0 ? terms : terms.slice(0, end);
}

/** @returns null where nothing of it is kept. */
function withOnly(word: AskedWord, kept: ReadonlyMap<AskedTerm, readonly string[]>): AskedWord | null {
  const asked = word.asked.flatMap((place) => {
    const anyOf = kept.get(place);
    return anyOf === undefined ? [] : [{ ...place, anyOf }];
  });
  return asked.length === 0 ? null : lookingFor(word.wanted, asked);
}

function sumOf(terms: readonly string[], countOf: CountOf): number {
  return terms.reduce((sum, term) => sum + countOf(term), 0);
}

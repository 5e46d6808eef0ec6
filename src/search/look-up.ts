import { weightAt } from './fields.ts';
import { type Hits, inAll, nextAtLeast, unionOfAll } from './hits.ts';
import { type Located, noPlaces, type Places } from './located.ts';
import type { AskedTerm } from './terms/terms-asked.ts';

/** What is known of terms, asked once for each query. */
export interface Postings {
  hitsOf(term: string): Located;
}

/** Texts in which any of these terms stands. */
export function hitsOfAny(postings: Postings, terms: readonly string[]): Hits {
  return unionOfAll(terms.map((term) => postings.hitsOf(term)));
}

/**
 * Texts in which terms stand as in the phrase.
 *
 * @param among no others are looked into, ascending; null: all.
 */
export function hitsOfPhrase(postings: Postings, asked: readonly AskedTerm[], among: Uint32Array | null): Hits {
  const begins = asked[0]?.position ?? 0;
  const words = asked.map(({ position, anyOf }): PhraseWord => {
    // Of the forms that a word has in some language most stand nowhere.
    const lists = anyOf.map((term) => postings.hitsOf(term)).filter(({ ids }) => ids.length > 0);
    const [cursors, next] = [new Uint32Array(lists.length), new Uint32Array(lists.length)];
    return { lists, cursors, next, places: lists.map(() => noPlaces), distance: position - begins };
  });
  // A phrase may hold a word many times.
  const holding = new Map(words.map(({ lists }, place) => [asked[place]?.anyOf.join(' '), lists]));
  const every = Array.from(holding.values(), (lists) => unionOfAll(lists).ids);
  const candidates = inAll(among === null ? every : [...every, among]);
  const ids = new Uint32Array(candidates.length);
  const weights = new Uint16Array(candidates.length);
  let count = 0;
  for (const id of candidates) {
    const weight = weightIn(id, words);
    if (weight === 0) continue;
    ids[count] = id;
    weights[count++] = weight;
  }
  return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
}

/** What may stand at one place of a phrase, and where it stands in the text that is looked into. */
interface PhraseWord {
  readonly lists: readonly Located[];
  /** Of each list, as far as it was gone through. */
  readonly cursors: Uint32Array;
  readonly places: Places[];
  /** As far as the places of each list were gone through. */
  readonly next: Uint32Array;
  /** From the beginning of the phrase. */
  readonly distance: number;
}

/** Where the phrase may begin in the text that is looked into. */
let starts = new Uint32Array(1024);

/** How much the phrase weighs in a text. Texts come in ascending order. */
function weightIn(id: number, words: readonly PhraseWord[]): number {
  const first = words[0] as PhraseWord;
  takePlaces(first, id);
  let weight = 0;
  for (let list = 0; list < first.places.length; list += 1) {
    const { all, from, to } = first.places[list] as Places;
    if (to - from > starts.length) starts = new Uint32Array(2 * (to - from));
    for (let at = from; at < to; at += 1) starts[at - from] = all[at] as number;
    let left = to - from;
    // Most texts are out at the second word, and the places of the others are not read.
    for (let word = 1; word < words.length && left > 0; word += 1) {
      takePlaces(words[word] as PhraseWord, id);
      left = keepFollowed(left, words[word] as PhraseWord);
    }
    for (let at = 0; at < left; at += 1) weight += weightAt(starts[at] as number);
  }
  return Math.min(65_535, weight);
}

function takePlaces({ lists, cursors, places }: PhraseWord, id: number): void {
  for (let one = 0; one < lists.length; one += 1) {
    const { ids, placesOf } = lists[one] as Located;
    const at = nextAtLeast(ids, id, cursors[one] as number);
    cursors[one] = at;
    places[one] = ids[at] === id ? placesOf(at) : noPlaces;
  }
}

/** Keeps of the first `count` starts those that this word follows at its distance. @returns how many. */
function keepFollowed(count: number, { places, next, distance }: PhraseWord): number {
  for (let one = 0; one < places.length; one += 1) next[one] = (places[one] as Places).from;
  let kept = 0;
  for (let at = 0; at < count; at += 1) {
    const start = starts[at] as number;
    for (let one = 0; one < places.length; one += 1) {
      const { all, to } = places[one] as Places;
      let place = next[one] as number;
      while (place < to && (all[place] as number) < start + distance) place += 1;
      next[one] = place;
      if (place === to || all[place] !== start + distance) continue;
      starts[kept++] = start;
      break;
    }
  }
  return kept;
}

import { weightAt } from './fields.ts';
import { firstAtLeast, type Hits, inAll, noHits, union } from './hits.ts';
import type { Located } from './located.ts';
import type { AskedTerm } from './terms/terms-asked.ts';

/** What is known of terms, asked once for each query. */
export interface Postings {
  hitsOf(term: string): Located;
}

/** Texts in which any of these terms stands. */
export function hitsOfAny(postings: Postings, terms: readonly string[]): Hits {
  // In pairs, and pairs of pairs: a prefix has hundreds of terms, and each would otherwise be walked as often.
  let lists: Hits[] = terms.map((term) => postings.hitsOf(term));
  while (lists.length > 1) {
    const pairs: Hits[] = [];
    for (let at = 0; at < lists.length; at += 2) pairs.push(union(lists[at] as Hits, lists[at + 1] ?? noHits));
    lists = pairs;
  }
  return lists[0] ?? noHits;
}

/** Texts in which terms stand as in the phrase. */
export function hitsOfPhrase(postings: Postings, asked: readonly AskedTerm[]): Hits {
  const begins = asked[0]?.position ?? 0;
  const distances = asked.map(({ position }) => position - begins);
  const located = asked.map(({ anyOf }) => anyOf.map((term) => postings.hitsOf(term)));
  const anyOf = located.map((lists) => lists.map((list): Hits => list).reduce(union, noHits).ids);
  const candidates = inAll(anyOf);
  const ids = new Uint32Array(candidates.length);
  const weights = new Uint16Array(candidates.length);
  const cursors = located.map((lists) => lists.map(() => 0));
  let count = 0;
  for (const id of candidates) {
    const found = located.map((lists, place) => placesIn(lists, cursors[place] as number[], id));
    const weight = weightOfPhrase(found, distances);
    if (weight === 0) continue;
    ids[count] = id;
    weights[count++] = weight;
  }
  return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Where in a text one of the terms stands. */
function placesIn(lists: readonly Located[], cursors: number[], id: number): readonly Uint32Array[] {
  return lists.flatMap((list, one) => {
    const at = firstAtLeast(list.ids, id, cursors[one] as number);
    cursors[one] = at;
    return list.ids[at] === id ? [list.placesOf(at)] : [];
  });
}

function weightOfPhrase(places: readonly (readonly Uint32Array[])[], distances: readonly number[]): number {
  const [first = [], ...others] = places;
  let weight = 0;
  for (const starts of first) {
    for (const start of starts) {
      const isWhole = others.every((lists, place) => {
        const wanted = start + (distances[place + 1] as number);
        return lists.some((list) => holds(list, wanted));
      });
      if (isWhole) weight += weightAt(start);
    }
  }
  return Math.min(65_535, weight);
}

function holds(places: Uint32Array, wanted: number): boolean {
  return places[firstAtLeast(places, wanted, 0)] === wanted;
}

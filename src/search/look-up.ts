import { weightAt } from './fields.ts';
import { firstAtLeast, type Hits, inAll, unionOfAll } from './hits.ts';
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

/** Texts in which terms stand as in the phrase. */
export function hitsOfPhrase(postings: Postings, asked: readonly AskedTerm[]): Hits {
  const begins = asked[0]?.position ?? 0;
  const distances = asked.map(({ position }) => position - begins);
  const located = asked.map(({ anyOf }) => anyOf.map((term) => postings.hitsOf(term)));
  const anyOf = located.map((lists) => unionOfAll(lists).ids);
  const candidates = inAll(anyOf);
  const ids = new Uint32Array(candidates.length);
  const weights = new Uint16Array(candidates.length);
  const places = located.map((lists) => lists.map(() => noPlaces));
  const cursors = located.map((lists) => lists.map(() => 0));
  let count = 0;
  for (const id of candidates) {
    for (let place = 0; place < located.length; place += 1) {
      takePlaces(located[place] as Located[], cursors[place] as number[], places[place] as Places[], id);
    }
    const weight = weightOfPhrase(places, distances);
    if (weight === 0) continue;
    ids[count] = id;
    weights[count++] = weight;
  }
  return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Where each of the terms stands in a text. Texts come in ascending order. */
function takePlaces(lists: readonly Located[], cursors: number[], into: Places[], id: number): void {
  for (let one = 0; one < lists.length; one += 1) {
    const list = lists[one] as Located;
    const at = firstAtLeast(list.ids, id, cursors[one] as number);
    cursors[one] = at;
    into[one] = list.ids[at] === id ? list.placesOf(at) : noPlaces;
  }
}

function weightOfPhrase(places: readonly (readonly Places[])[], distances: readonly number[]): number {
  let weight = 0;
  for (const { all, from, to } of places[0] ?? []) {
    for (let at = from; at < to; at += 1) {
      const start = all[at] as number;
      if (isWhole(places, distances, start)) weight += weightAt(start);
    }
  }
  return Math.min(65_535, weight);
}

function isWhole(places: readonly (readonly Places[])[], distances: readonly number[], start: number): boolean {
  for (let place = 1; place < places.length; place += 1) {
    const wanted = start + (distances[place] as number);
    if (!(places[place] as Places[]).some((one) => holds(one, wanted))) return false;
  }
  return true;
}

/** A term seldom stands in a text so often that halving would be quicker. */
function holds({ all, from, to }: Places, wanted: number): boolean {
  for (let at = from; at < to; at += 1) if ((all[at] as number) >= wanted) return all[at] === wanted;
  return false;
}

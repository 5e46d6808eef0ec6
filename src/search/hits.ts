/** Texts in which something stands, ascending, and how much it weighs in each, in halves; never nothing. */
export interface Hits {
  readonly ids: Uint32Array;
  readonly weights: Uint16Array;
}

export const noHits: Hits = { ids: new Uint32Array(0), weights: new Uint16Array(0) };

const HEAVIEST = 65_535;
const HIGHEST = 2 ** 32;

/** Texts in either; weights are added. */
export function union(one: Hits, other: Hits): Hits {
  if (one.ids.length === 0) return other;
  if (other.ids.length === 0) return one;
  const ids = new Uint32Array(one.ids.length + other.ids.length);
  const weights = new Uint16Array(ids.length);
  let [a, b, count] = [0, 0, 0];
  while (a < one.ids.length || b < other.ids.length) {
    const left = a < one.ids.length ? (one.ids[a] as number) : Number.POSITIVE_INFINITY;
    const right = b < other.ids.length ? (other.ids[b] as number) : Number.POSITIVE_INFINITY;
    ids[count] = Math.min(left, right);
    let weight = 0;
    if (left <= right) weight += one.weights[a++] as number;
    if (right <= left) weight += other.weights[b++] as number;
    weights[count++] = Math.min(HEAVIEST, weight);
  }
  return { ids: ids.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Texts in any of these; weights are added. */
export function unionOfAll(lists: readonly Hits[]): Hits {
  const some = lists.filter(({ ids }) => ids.length > 0);
  if (some.length <= 2) return some.reduce(union, noHits);
  const first = some.reduce((least, { ids }) => Math.min(least, ids[0] as number), HIGHEST);
  const last = some.reduce((most, { ids }) => Math.max(most, ids.at(-1) as number), 0);
  // Added up in a row with a place for each text between the first and the last: nothing is compared.
  const sums = new Uint32Array(last - first + 1);
  for (const { ids, weights } of some) {
    for (let at = 0; at < ids.length; at += 1) {
      const place = (ids[at] as number) - first;
      sums[place] = (sums[place] as number) + (weights[at] as number);
    }
  }
  let count = 0;
  for (let place = 0; place < sums.length; place += 1) if (sums[place] !== 0) count += 1;
  const joined = { ids: new Uint32Array(count), weights: new Uint16Array(count) };
  for (let place = 0, at = 0; at < count; place += 1) {
    const weight = sums[place] as number;
    if (weight === 0) continue;
    joined.ids[at] = first + place;
    joined.weights[at++] = Math.min(HEAVIEST, weight);
  }
  return joined;
}

/** Texts that are in all of these; walked from the shortest. */
export function inAll(lists: readonly Uint32Array[]): Uint32Array {
  const [shortest, ...others] = [...lists].sort((one, other) => one.length - other.length);
  if (shortest === undefined) return new Uint32Array(0);
  let found = shortest;
  for (const other of others) {
    const both = new Uint32Array(found.length);
    let count = 0;
    let at = 0;
    for (let place = 0; place < found.length; place += 1) {
      const id = found[place] as number;
      at = nextAtLeast(other, id, at);
      if (at === other.length) break;
      if (other[at] === id) both[count++] = id;
    }
    found = both.subarray(0, count);
  }
  return found;
}

export function without(ids: Uint32Array, taken: Uint32Array): Uint32Array {
  if (taken.length === 0) return ids;
  const left = new Uint32Array(ids.length);
  let count = 0;
  let at = 0;
  for (const id of ids) {
    at = nextAtLeast(taken, id, at);
    if (taken[at] !== id) left[count++] = id;
  }
  return left.subarray(0, count);
}

/** As `firstAtLeast`, for who walks along: where both lists are dense, the next place is that of the next number. */
export function nextAtLeast(ids: Uint32Array, id: number, from: number): number {
  if (from === ids.length || (ids[from] as number) >= id) return from;
  const next = from + 1;
  return next < ids.length && (ids[next] as number) < id ? firstAtLeast(ids, id, next) : next;
}

/** The first place from `from` on whose number is not below `id`: in leaps that double, then by halving. */
export function firstAtLeast(ids: Uint32Array, id: number, from: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < ids.length && (ids[high] as number) < id) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, ids.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] as number) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

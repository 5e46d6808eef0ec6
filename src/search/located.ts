import { type Hits, noHits } from './hits.ts';
import { type PostingBlock, readPositions, readTexts } from './posting-block.ts';

/** Hits of one term with the places where it stands. */
export interface Located extends Hits {
  /** The places of the text at `at` of `ids`, until it is asked for others. */
  placesOf(at: number): Places;
}

/** From `from` to before `to` of `all`, ascending. */
export interface Places {
  all: Uint32Array;
  from: number;
  to: number;
}

export const noPlaces: Readonly<Places> = { all: new Uint32Array(0), from: 0, to: 0 };

export const nowhere: Located = { ...noHits, placesOf: () => noPlaces };

/** Blocks in ascending order, as one. */
export function hitsOfBlocks(blocks: readonly PostingBlock[]): Located {
  if (blocks.length === 0) return nowhere;
  const count = blocks.reduce((sum, block) => sum + block.texts, 0);
  const read = { ids: new Uint32Array(count), weights: new Uint16Array(count) };
  const begins = new Uint32Array(blocks.length + 1);
  const positionsAt: number[] = [];
  blocks.forEach((block, one) => {
    const at = begins[one] as number;
    positionsAt.push(readTexts(block, read, at));
    begins[one + 1] = at + block.texts;
  });
  // Most questions never ask for places; a phrase asks for those of neighbouring texts, which share a block.
  const opened = { places: new Uint32Array(0), begins: new Uint32Array(0) };
  let [first, end] = [0, 0];
  const window = { ...noPlaces };
  const placesOf = (at: number): Places => {
    if (at < first || at >= end) {
      const block = lastAtMost(begins, at);
      readPositions(blocks[block] as PostingBlock, positionsAt[block] as number, opened);
      first = begins[block] as number;
      end = begins[block + 1] as number;
    }
    window.all = opened.places;
    window.from = opened.begins[at - first] as number;
    window.to = opened.begins[at - first + 1] as number;
    return window;
  };
  return { ids: read.ids, weights: read.weights, placesOf };
}

function lastAtMost(begins: Uint32Array, at: number): number {
  let [low, high] = [0, begins.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if ((begins[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Those of one list, then of another whose texts are all later. */
export function followedBy(one: Located, other: Located): Located {
  if (other.ids.length === 0) return one;
  if (one.ids.length === 0) return other;
  const ids = new Uint32Array(one.ids.length + other.ids.length);
  ids.set(one.ids);
  ids.set(other.ids, one.ids.length);
  const weights = new Uint16Array(ids.length);
  weights.set(one.weights);
  weights.set(other.weights, one.ids.length);
  const placesOf = (at: number) => (at < one.ids.length ? one.placesOf(at) : other.placesOf(at - one.ids.length));
  return { ids, weights, placesOf };
}

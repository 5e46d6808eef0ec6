import { Bytes } from './bytes.ts';
import { doubled } from './doubled.ts';
import { weightAt } from './fields.ts';
import { HEAVIEST } from './posting-block.ts';

/** Occurrences of terms in the order they came in. */
export interface OccurrenceLog {
  readonly terms: Uint32Array;
  readonly positions: Uint32Array;
  readonly length: number;
  /** Where the occurrences of each text end. */
  readonly ends: readonly number[];
}

/** The occurrences of many texts by their terms, in a quarter of the memory of a log. */
export interface PostingRun {
  readonly ids: readonly number[];
  /** Where in `bytes` each term’s texts begin; behind the last, where they end. */
  readonly begins: Uint32Array;
  /**
   * Of each text the distance of its place in `ids` from the one before it, the weight, how many positions there are, and the
   * distance of each from the one before it. The weight is a byte, all else varints.
   */
  readonly bytes: Uint8Array;
}

/** @param size how many terms there are. @param room for sorting, kept from run to run. */
export function packRun(log: OccurrenceLog, ids: readonly number[], size: number, room: SortingRoom): PostingRun {
  const { pairs, begins } = byTerm(log, size, room);
  const bytes = new Bytes();
  const packed = new Uint32Array(size + 1);
  for (let term = 0; term < size; term += 1) {
    packed[term] = bytes.length;
    const end = (begins[term + 1] as number) * 2;
    let before = 0;
    for (let at = (begins[term] as number) * 2; at < end; ) {
      const text = pairs[at] as number;
      bytes.putVarint(text - before);
      before = text;
      at = putText(bytes, pairs, at, end);
    }
  }
  packed[size] = bytes.length;
  return { ids: ids.slice(), begins: packed, bytes: bytes.view().slice() };
}

export interface SortingRoom {
  pairs: Uint32Array;
}

/** Of each occurrence the place of its text, and its position there, side by side, in the order of the terms’ numbers. */
function byTerm(log: OccurrenceLog, size: number, room: SortingRoom): { pairs: Uint32Array; begins: Uint32Array } {
  const { terms, positions, length, ends } = log;
  // A counting sort: the occurrences of each term keep the order they came in.
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < length; at += 1) (begins[(terms[at] as number) + 1] as number) += 1;
  for (let term = 0; term < size; term += 1) (begins[term + 1] as number) += begins[term] as number;
  const next = begins.slice();
  if (room.pairs.length < length * 2) room.pairs = new Uint32Array(length * 2);
  const { pairs } = room;
  let at = 0;
  for (let text = 0; text < ends.length; text += 1) {
    for (const end = ends[text] as number; at < end; at += 1) {
      const term = terms[at] as number;
      const place = next[term] as number;
      next[term] = place + 1;
      pairs[place * 2] = text;
      pairs[place * 2 + 1] = positions[at] as number;
    }
  }
  return { pairs, begins };
}

/** Where a term stands in one text. */
let places = new Uint32Array(1_024);

/** Puts what is known of the text whose occurrences of a term begin at `from`. @returns where those of the next begin. */
function putText(bytes: Bytes, pairs: Uint32Array, from: number, end: number): number {
  const text = pairs[from] as number;
  let at = from;
  let weight = 0;
  let count = 0;
  let isAscending = true;
  for (; at < end && pairs[at] === text; at += 2) {
    const position = pairs[at + 1] as number;
    weight += weightAt(position);
    if (count === places.length) places = doubled(places);
    if (count > 0 && position <= (places[count - 1] as number)) isAscending = false;
    places[count++] = position;
  }
  if (!isAscending) count = sortOnce(places, count);
  bytes.put(Math.min(HEAVIEST, weight));
  bytes.putVarint(count);
  let before = 0;
  for (let place = 0; place < count; place += 1) {
    bytes.putVarint((places[place] as number) - before);
    before = places[place] as number;
  }
  return at;
}

/** So few numbers are sorted sooner than the platform’s own sort begins. */
const FEW = 32;

/** Sorts the first numbers, and keeps each once. @returns how many there are then. */
function sortOnce(numbers: Uint32Array, length: number): number {
  if (length > FEW) numbers.subarray(0, length).sort();
  else {
    for (let at = 1; at < length; at += 1) {
      const number = numbers[at] as number;
      let place = at;
      for (; place > 0 && (numbers[place - 1] as number) > number; place -= 1)
        numbers[place] = numbers[place - 1] as number;
      numbers[place] = number;
    }
  }
  let count = 1;
  for (let at = 1; at < length; at += 1)
    if (numbers[at] !== numbers[count - 1]) numbers[count++] = numbers[at] as number;
  return count;
}

/** A text that holds a term, and where. */
export interface TextOfTerm {
  readonly id: number;
  readonly weight: number;
  /** The first `count` are its positions, ascending. */
  readonly places: Uint32Array;
  readonly count: number;
}

/** Goes through the texts of one term after the other. */
export interface RunReader {
  /** @returns false where the run holds nothing of that term. */
  begin(term: number): boolean;
  /** The next text, until there is none. */
  next(): TextOfTerm | null;
}

export function readRun({ ids, begins, bytes }: PostingRun): RunReader {
  const text = { id: 0, weight: 0, places: new Uint32Array(1_024), count: 0 };
  let [at, end, place] = [0, 0, 0];
  const varint = (): number => {
    let byte = bytes[at++] as number;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at++] as number;
      value |= (byte & 127) << shift;
    }
    return value;
  };
  return {
    begin(term) {
      // A term that came later than the run is not in it.
      if (term + 1 >= begins.length) return false;
      [at, end, place] = [begins[term] as number, begins[term + 1] as number, 0];
      return at < end;
    },
    next() {
      if (at >= end) return null;
      place += varint();
      text.id = ids[place] as number;
      text.weight = bytes[at++] as number;
      text.count = varint();
      if (text.count > text.places.length) text.places = new Uint32Array(2 * text.count);
      let position = 0;
      for (let one = 0; one < text.count; one += 1) {
        position += varint();
        text.places[one] = position;
      }
      return text;
    },
  };
}

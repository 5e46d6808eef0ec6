import { doubled } from './doubled.ts';

/**
 * Words, or other short texts, with a number each, counted from 0 in the order they were met. They are kept as bare numbers,
 * outside of the heap: some 45 bytes each.
 */
export interface NumberedWords {
  /** The number of the word from `start` to `end`, which is told apart by what stands there: no string is made of it. */
  numberOf(text: string, start: number, end: number): number;
  wordOf(number: number): string;
  /** How many words have a number. */
  size(): number;
  /** The order by UTF-16 units: below 0 where the first comes first. */
  compare(one: number, other: number): number;
}

/** One word in two places at most. */
const LEAST_PLACES = 4_096;

/** Of a place: the number plus 1 (0 where nothing is), and the hash. */
const PLACE = 2;

export function numberWords(): NumberedWords {
  /** By hash, each in the next free place behind it. */
  let places = new Uint32Array(LEAST_PLACES * PLACE);
  let last = LEAST_PLACES - 1;
  /** Where each word begins in `units`; behind the last, where the next will. */
  let begins = new Uint32Array(LEAST_PLACES / 2);
  let units = new Uint16Array(LEAST_PLACES * 4);
  let size = 0;

  const isSame = (word: number, text: string, start: number, end: number): boolean => {
    const from = begins[word] as number;
    if ((begins[word + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (units[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  };
  const freePlace = (hash: number): number => {
    let place = hash & last;
    while (places[place * PLACE] !== 0) place = (place + 1) & last;
    return place * PLACE;
  };
  const makeRoom = (): void => {
    const before = places;
    places = new Uint32Array(before.length * 2);
    last = places.length / PLACE - 1;
    for (let place = 0; place < before.length; place += PLACE) {
      if (before[place] === 0) continue;
      const fresh = freePlace(before[place + 1] as number);
      places[fresh] = before[place] as number;
      places[fresh + 1] = before[place + 1] as number;
    }
  };
  const put = (text: string, start: number, end: number, hash: number): number => {
    if (size * 2 > last) makeRoom();
    if (size + 1 === begins.length) begins = doubled(begins);
    let behind = begins[size] as number;
    if (behind + end - start > units.length) units = doubled(units, behind + end - start);
    for (let at = start; at < end; at += 1) units[behind++] = text.charCodeAt(at);
    const place = freePlace(hash);
    size += 1;
    places[place] = size;
    places[place + 1] = hash;
    begins[size] = behind;
    return size - 1;
  };

  return {
    numberOf(text, start, end) {
      let hash = 0x811c_9dc5;
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      for (let one = hash & last; ; one = (one + 1) & last) {
        const number = places[one * PLACE] as number;
        if (number === 0) return put(text, start, end, hash);
        if (places[one * PLACE + 1] === hash && isSame(number - 1, text, start, end)) return number - 1;
      }
    },
    wordOf(number) {
      let word = '';
      const end = begins[number + 1] as number;
      for (let at = begins[number] as number; at < end; at += 1) word += String.fromCharCode(units[at] as number);
      return word;
    },
    size: () => size,
    compare(one, other) {
      const [from, to] = [begins[one] as number, begins[other] as number];
      const [length, otherLength] = [(begins[one + 1] as number) - from, (begins[other + 1] as number) - to];
      for (let at = 0; at < length && at < otherLength; at += 1) {
        const difference = (units[from + at] as number) - (units[to + at] as number);
        if (difference !== 0) return difference;
      }
      return length - otherLength;
    },
  };
}

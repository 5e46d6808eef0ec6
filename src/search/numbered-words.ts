import { doubled } from './doubled.ts';

/** Written words with a number each, counted from 0 in the order they were met. */
export interface NumberedWords {
  /** The number of the word from `start` to `end`, which is told apart by what stands there: no string is made of it. */
  numberOf(text: string, start: number, end: number): number;
}

/** One word in three places. */
const LEAST_PLACES = 4_096;

/** Of a place: the number plus 1 (0 where nothing is), the hash, and in `units` where the word begins and ends. */
const PLACE = 4;

export function numberWords(): NumberedWords {
  /** By hash, each in the next free place behind it. What one look wants to know lies side by side. */
  let places = new Uint32Array(LEAST_PLACES * PLACE);
  let last = LEAST_PLACES - 1;
  let units = new Uint16Array(LEAST_PLACES * 8);
  let used = 0;
  let size = 0;

  const isSame = (place: number, text: string, start: number, end: number): boolean => {
    const from = places[place + 2] as number;
    if ((places[place + 3] as number) - from !== end - start) return false;
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
      if (before[place] !== 0)
        places.set(before.subarray(place, place + PLACE), freePlace(before[place + 1] as number));
    }
  };
  const put = (text: string, start: number, end: number, hash: number): number => {
    if (size * 3 > last) makeRoom();
    if (used + end - start > units.length) units = doubled(units, used + end - start);
    const place = freePlace(hash);
    places[place] = size + 1;
    places[place + 1] = hash;
    places[place + 2] = used;
    for (let at = start; at < end; at += 1) units[used++] = text.charCodeAt(at);
    places[place + 3] = used;
    return size++;
  };

  return {
    numberOf(text, start, end) {
      let hash = 0x811c_9dc5;
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      for (let one = hash & last; ; one = (one + 1) & last) {
        const place = one * PLACE;
        const number = places[place] as number;
        if (number === 0) return put(text, start, end, hash);
        if (places[place + 1] === hash && isSame(place, text, start, end)) return number - 1;
      }
    },
  };
}

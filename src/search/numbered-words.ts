import { doubled } from './doubled.ts';

/** Written words with a number each, counted from 0 in the order they were met. */
export interface NumberedWords {
  /** The number of the word from `start` to `end`, which is told apart by what stands there: no string is made of it. */
  numberOf(text: string, start: number, end: number): number;
}

/** One word in three places. */
const LEAST_PLACES = 4_096;

export function numberWords(): NumberedWords {
  /** By hash, each beside the next free one: numbers plus 1, and 0 where nothing is. */
  let places = new Uint32Array(LEAST_PLACES);
  let hashes = new Uint32Array(LEAST_PLACES);
  /** Where each word begins in `units`; behind the last, where the next will. */
  let begins = new Uint32Array(LEAST_PLACES);
  let units = new Uint16Array(LEAST_PLACES * 8);
  let size = 0;

  const isSame = (word: number, text: string, start: number, end: number): boolean => {
    const from = begins[word] as number;
    if ((begins[word + 1] as number) - from !== end - start) return false;
    for (let at = start; at < end; at += 1) if (units[from + at - start] !== text.charCodeAt(at)) return false;
    return true;
  };
  const freePlace = (hash: number): number => {
    let place = hash & (places.length - 1);
    while (places[place] !== 0) place = (place + 1) & (places.length - 1);
    return place;
  };
  const put = (text: string, start: number, end: number, hash: number): void => {
    if (size * 3 >= places.length) {
      places = new Uint32Array(places.length * 2);
      for (let word = 0; word < size; word += 1) places[freePlace(hashes[word] as number)] = word + 1;
    }
    if (size + 1 >= begins.length) [begins, hashes] = [doubled(begins), doubled(hashes)];
    let behind = begins[size] as number;
    if (behind + end - start > units.length) units = doubled(units, behind + end - start);
    for (let at = start; at < end; at += 1) units[behind++] = text.charCodeAt(at);
    places[freePlace(hash)] = size + 1;
    hashes[size++] = hash;
    begins[size] = behind;
  };

  return {
    numberOf(text, start, end) {
      let hash = 0x811c_9dc5;
      for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
      hash = (hash ^ (hash >>> 15)) >>> 0;
      let place = hash & (places.length - 1);
      for (let found = places[place] as number; found !== 0; found = places[place] as number) {
        if (hashes[found - 1] === hash && isSame(found - 1, text, start, end)) return found - 1;
        place = (place + 1) & (places.length - 1);
      }
      put(text, start, end, hash);
      return size - 1;
    },
  };
}

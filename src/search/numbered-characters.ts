import { doubled } from './doubled.ts';

/** Characters of one UTF-16 unit, and pairs of them, with a number each, counted from 0 in the order they were met. */
export interface NumberedCharacters {
  /** @param first 0 for a character alone. */
  numberOf(first: number, second: number): number;
}

/** One in three places. */
const LEAST_PLACES = 4_096;

export function numberCharacters(): NumberedCharacters {
  /** By hash, each beside the next free one: numbers plus 1, and 0 where nothing is. */
  let places = new Uint32Array(LEAST_PLACES);
  let keys = new Uint32Array(LEAST_PLACES);
  let size = 0;

  /** Where the key is, or would be. */
  const placeOf = (key: number): number => {
    const last = places.length - 1;
    let place = (Math.imul(key, 0x9e37_79b1) >>> 11) & last;
    for (let found = places[place] as number; found !== 0 && keys[found - 1] !== key; found = places[place] as number)
      place = (place + 1) & last;
    return place;
  };
  const put = (key: number): number => {
    if (size * 3 >= places.length) {
      places = new Uint32Array(places.length * 2);
      for (let one = 0; one < size; one += 1) places[placeOf(keys[one] as number)] = one + 1;
    }
    if (size === keys.length) keys = doubled(keys);
    keys[size] = key;
    places[placeOf(key)] = ++size;
    return size - 1;
  };

  return {
    numberOf(first, second) {
      const key = ((first << 16) | second) >>> 0;
      const found = places[placeOf(key)] as number;
      return found === 0 ? put(key) : found - 1;
    },
  };
}

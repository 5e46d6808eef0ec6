import type { QueryNote } from './query.ts';

/** In characters. */
const LONGEST_ABOUT = 80;

/** @param about words of the query; of very many the first. */
export function noteAbout(note: QueryNote['note'], about: string): QueryNote {
  return { note, about: [...about.trim().slice(0, 200)].slice(0, LONGEST_ABOUT).join('').toWellFormed() };
}

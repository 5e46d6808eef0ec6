import type { Located } from './located.ts';

/**
 * Postings of terms that were asked for lately. Whoever turns the page, sets a filter or types on asks for the same again, and common
 * words are asked for by everybody.
 */
export interface KeptPostings {
  get(term: string): Located | undefined;
  /** What was asked for longest ago makes room. @param bytes what they take in memory. */
  put(term: string, located: Located, bytes: number): void;
}

/** @param room in bytes, for all of them. */
export function keepPostings(room: number): KeptPostings {
  // A Map goes through its entries in the order in which they were put.
  const kept = new Map<string, { readonly located: Located; readonly bytes: number }>();
  let taken = 0;
  const drop = (term: string) => {
    taken -= kept.get(term)?.bytes ?? 0;
    kept.delete(term);
  };
  return {
    get(term) {
      const one = kept.get(term);
      if (one === undefined) return undefined;
      kept.delete(term);
      kept.set(term, one);
      return one.located;
    },
    put(term, located, bytes) {
      drop(term);
      kept.set(term, { located, bytes });
      taken += bytes;
      for (const oldest of kept.keys()) {
        if (taken <= room) return;
        drop(oldest);
      }
    },
  };
}

import { BEGINNING } from '../platform/instant.ts';

/** How many releases a page has when it closes. */
export const PAGE_SIZE = 20;

/** A place in a list: text order of the instant, then the sequence. */
export interface PlaceKey {
  readonly at: string;
  readonly sequence: number;
}

export interface Span {
  readonly number: number;
  readonly starts: PlaceKey;
  readonly count: number;
}

/** The newest page of a list, and the newest member on it. */
export interface ListEnd {
  readonly page: Span;
  readonly newest: PlaceKey;
}

export type Placed = { readonly opens: Span } | { readonly joins: 'newest' } | { readonly joins: 'older' };

/**
 * Where a release goes: behind everything it fills the newest page, or opens the next when that one is full; anywhere
 * else it joins the span it falls in, full or not. So a boundary, once there, never moves.
 *
 * @param end null for an empty list.
 */
export function placeIn(end: ListEnd | null, key: PlaceKey): Placed {
  if (end === null) return { opens: { number: 1, starts: { at: BEGINNING, sequence: 0 }, count: 1 } };
  if (isBefore(key, end.page.starts)) return { joins: 'older' };
  const isNewest = isBefore(end.newest, key);
  if (isNewest && end.page.count >= PAGE_SIZE) return { opens: { number: end.page.number + 1, starts: key, count: 1 } };
  return { joins: 'newest' };
}

export function isBefore(one: PlaceKey, other: PlaceKey): boolean {
  return one.at === other.at ? one.sequence < other.sequence : one.at < other.at;
}

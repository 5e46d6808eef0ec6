import { DEEPEST, type Search, type SearchFound, type SearchOrder } from '../../search/search.ts';
import type { SearchCursor } from './cursor.ts';

/** How far a release may have moved and still be found again; what `Search` finds at once is 100. */
const WINDOW = 100;

/**
 * What follows below the release where the last answer ended. With nothing published since, that is so many releases
 * further; else the release is looked for around its place, and where it is gone, the answer goes on at that place.
 */
export async function findBelow(
  search: Search,
  order: SearchOrder,
  cursor: SearchCursor | null,
  sequence: number,
): Promise<{ readonly found: SearchFound; readonly skip: number }> {
  const skip = cursor === null ? 0 : await placeBelow(search, order, cursor, sequence);
  return { found: await search.find({ ...order, skip }), skip };
}

async function placeBelow(search: Search, order: SearchOrder, cursor: SearchCursor, sequence: number): Promise<number> {
  if (cursor.sequence === sequence) return Math.min(cursor.skip, DEEPEST);
  const from = Math.max(0, Math.min(cursor.skip - WINDOW / 2, DEEPEST));
  const { hits } = await search.find({ ...order, skip: from, limit: WINDOW });
  const at = hits.findIndex(({ item }) => item.release === cursor.last);
  return Math.min(at < 0 ? cursor.skip : from + at + 1, DEEPEST);
}

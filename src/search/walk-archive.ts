import type { ArchivePart } from './archive-parts.ts';
import type { Shelf } from './archive-shelf.ts';
import { bestOf } from './best-of.ts';
import { filterOf } from './filter-texts.ts';
import { type Groups, groupReleases } from './group-releases.ts';
import type { AskedWords } from './leave-out-common.ts';
import type { Postings } from './look-up.ts';
import { keepOnly, matching } from './matching.ts';
import { instantsOf, scoresOf } from './rank.ts';
import { DEEPEST, type SearchOrder } from './search.ts';

/** What was found on the way, as far as it went. */
export interface Walked {
  /** Texts, ascending. */
  readonly ids: Uint32Array;
  /** Editions that are shown, in their order. */
  readonly shown: readonly number[];
  /** Of each part. */
  readonly postings: readonly Postings[];
}

/**
 * Looks for what is asked, part by part. How good an answer is can only be told beside all others; the newest are found as soon as no
 * older part can hold anything that comes before them, and enough releases have been found to count.
 */
export async function walkArchive(
  shelf: Shelf,
  order: SearchOrder,
  asked: AskedWords,
  mostCounted: number,
): Promise<Walked> {
  const parts = order.sort === 'newest' ? shelf.parts : [shelf.whole];
  const isKept = filterOf(order.query.filters, shelf.texts);
  const terms = [...asked.words, ...asked.unwanted].flatMap((word) => word.terms);
  const enough = Math.max(mostCounted + 1, Math.min(order.skip, DEEPEST) + order.limit);
  const postings: Postings[] = [];
  let ids: Uint32Array = new Uint32Array(0);
  for (const [place, part] of parts.entries()) {
    const own = await shelf.postingsOf(terms, part);
    postings.push(own);
    const found = matching(own, asked.words, asked.unwanted, () => shelf.all(part));
    ids = followed(keepOnly(found.ids, isKept), ids);
    const older = parts.slice(place + 1);
    if (older.length > 0 && ids.length < enough) continue;

    const keys = order.sort === 'newest' ? instantsOf(ids, shelf.texts) : scoresOf(ids, found.words, shelf.texts);
    const groups = groupReleases(ids, shelf.texts, { keys, preferred: [order.locale, order.fallback] });
    if (older.length > 0 && groups.count < enough) continue;
    const places = placesShown(groups, order);
    if (older.length > 0 && !isSettled(shelf, groups, places, part, older)) continue;
    return { ids, shown: places.map((one) => groups.shown[one] as number), postings };
  }
  return { ids, shown: [], postings };
}

function placesShown({ count, key, release }: Groups, { skip, limit }: SearchOrder): readonly number[] {
  const until = Math.min(skip + limit, DEEPEST + limit);
  const isBetter = (one: number, other: number) => {
    const difference = (key[one] as number) - (key[other] as number);
    return difference === 0 ? (release[one] as number) > (release[other] as number) : difference > 0;
  };
  return bestOf(count, until, isBetter).slice(skip);
}

/** Neither comes anything older before the last that is shown, nor is any of the releases shown in another language there. */
function isSettled(
  { texts }: Shelf,
  { key, release }: Groups,
  places: readonly number[],
  { first }: ArchivePart,
  older: readonly ArchivePart[],
): boolean {
  const last = places.at(-1);
  if (last === undefined || older.some(({ newestAt }) => newestAt >= (key[last] as number))) return false;
  // A release is never later than its texts.
  return places.every((place) => {
    const one = release[place] as number;
    return one >= first || !texts.release.subarray(one, first).includes(one);
  });
}

function followed(one: Uint32Array, other: Uint32Array): Uint32Array {
  if (other.length === 0) return one;
  const both = new Uint32Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

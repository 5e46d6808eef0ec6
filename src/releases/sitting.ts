import type { Instant } from '../platform/instant.ts';
import type { KeptRevision } from './draft.ts';

/** Saves of one person at one edition, one soon after the other: what an editor remembers as having sat down once. */
export interface Sitting {
  readonly edition: number;
  /** Revisions, the first and the last of it. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  readonly savedBy: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** Who comes back after half an hour sits down again. */
const MOST_APART_MILLISECONDS = 30 * 60_000;

/** Do two saves, one after the other, belong to one sitting? */
export function isOneSitting(earlier: Instant, later: Instant): boolean {
  return Date.parse(later) - Date.parse(earlier) <= MOST_APART_MILLISECONDS;
}

/** @param revisions newest first, without a gap; so are the sittings. */
export function sittingsOf(revisions: readonly Omit<KeptRevision, 'content'>[]): Sitting[] {
  const sittings: Sitting[] = [];
  for (const { edition, revision, savedBy, savedAt } of revisions) {
    const open = sittings.at(-1);
    const belongs = open?.edition === edition && open.savedBy === savedBy && isOneSitting(savedAt, open.from);
    if (open !== undefined && belongs) {
      sittings[sittings.length - 1] = { ...open, first: revision, from: savedAt, count: open.count + 1 };
    } else {
      sittings.push({ edition, first: revision, last: revision, count: 1, savedBy, from: savedAt, to: savedAt });
    }
  }
  return sittings;
}

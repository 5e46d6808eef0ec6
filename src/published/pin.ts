import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import { type ListKey, listsOf } from './list.ts';
import type { KnownRelease } from './publication.ts';

/** Why a release cannot stand above a list; null: it can. Nothing but what is on it, and published in a language at least. */
export function whyNotAbove(
  release: KnownRelease | undefined,
  list: ListKey,
  offices: readonly { readonly code: string; readonly countries: readonly string[] }[],
): 'not-public' | 'not-on-list' | null {
  const versions = [...(release?.versions.values() ?? [])];
  if (release === undefined || versions.every(({ standing }) => standing !== 'published')) return 'not-public';
  return listsOf(release, offices).includes(list) ? null : 'not-on-list';
}

/** More would be a list of their own. */
export const MOST_PINNED = 3;

/** A release that is kept in sight above a list. It keeps its place in the list. */
export interface Pin {
  readonly list: ListKey;
  readonly release: string;
  readonly pinnedAt: Instant;
}

export interface PinStore {
  /** Those of a list, the latest first. */
  onList(tx: Tx, list: ListKey): Promise<readonly Pin[]>;
  /** Those of a release, in order of lists. */
  ofRelease(tx: Tx, release: string): Promise<readonly Pin[]>;
  /** What is not pinned there yet; a list has room for three. */
  add(tx: Tx, pin: Pin): Promise<void>;
  remove(tx: Tx, pin: Omit<Pin, 'pinnedAt'>): Promise<void>;
}

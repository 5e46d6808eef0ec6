import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { ListKey } from './list.ts';

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

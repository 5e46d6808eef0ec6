import type { Tx } from '../database/transaction.ts';
import { after, type Instant, secondsBetween } from '../platform/instant.ts';

/** Somebody tried to prove who they are, and has not yet succeeded. */
export interface Attempt {
  readonly id: string;
  /** Whose account, as it was typed; or the name of another thing that is guessed at. */
  readonly account: string;
  /** As addressKey gives it. */
  readonly address: string;
  readonly at: Instant;
}

export interface Tally {
  readonly count: number;
  /** Null when there was none. */
  readonly lastAt: Instant | null;
}

export interface AttemptStore {
  add(tx: Tx, attempt: Attempt): Promise<void>;
  /** Counts the waiting from `at` on. */
  settle(tx: Tx, id: string, at: Instant): Promise<void>;
  /** Takes one back that was right. */
  remove(tx: Tx, id: string): Promise<void>;
  /** Forgets what was tried for an account from an address. */
  forgive(tx: Tx, account: string, address: string): Promise<void>;
  forgetBefore(tx: Tx, at: Instant): Promise<void>;
  tallyOfPair(tx: Tx, account: string, address: string, since: Instant): Promise<Tally>;
  /** Whatever the account. */
  tallyOfAddress(tx: Tx, address: string, since: Instant): Promise<Tally>;
}

/** How often one may be wrong before waiting, and the longest wait; each further mistake doubles it from a second on. */
interface Patience {
  readonly free: number;
  readonly longestSeconds: number;
}

/** A whole office can sit behind one address, so an address may be wrong more often than a pair. */
export const patienceWith = {
  pair: { free: 5, longestSeconds: 3_600 },
  address: { free: 30, longestSeconds: 900 },
} as const satisfies Record<string, Patience>;

/** Older attempts no longer count. */
const MEMORY_SECONDS = 24 * 3_600;

export function rememberedSince(now: Instant): Instant {
  return after(now, -MEMORY_SECONDS);
}

/** Whole seconds until the next attempt is looked at; 0: at once. */
export function secondsToWait({ count, lastAt }: Tally, { free, longestSeconds }: Patience, now: Instant): number {
  if (lastAt === null || count < free) return 0;
  const wait = Math.min(2 ** Math.min(count - free, 30), longestSeconds);
  return Math.max(0, Math.ceil(wait - secondsBetween(lastAt, now)));
}

import { setTimeout as wait } from 'node:timers/promises';
import type { InTransaction } from '../../database/transaction.ts';
import { after, type Instant } from '../../platform/instant.ts';
import type { Logger } from '../../platform/log.ts';
import { openRounds } from '../../platform/rounds.ts';
import type { Timers } from '../../platform/timers.ts';
import type { FixityStore } from './fixity.ts';
import { type ReadDeps, readAgain } from './read-again.ts';

export interface WatchDeps extends ReadDeps {
  readonly inTransaction: InTransaction;
  readonly store: FixityStore;
  readonly timers: Timers;
  readonly log: Logger;
}

export interface WatchOrder {
  /** In how many hours each original is read once, where the rate allows it. */
  readonly hours: number;
  /** Never more bytes a second. */
  readonly bytesPerSecond: number;
}

/** How often it is looked whether it is time. */
const LOOKS_EVERY_MILLISECONDS = 15_000;

/** Longer than the largest original takes at the slowest rate; another process takes over from one that has died. */
const CLAIMED_SECONDS = 120;

/** A process keeps what it has claimed for so long, then any may go on. */
const ROUND_SECONDS = 60;

/** Reads all originals again, slowly, for as long as the server runs, and then again. One process of all does. */
export function watchOriginals(deps: WatchDeps, order: WatchOrder): { close(): Promise<void> } {
  const ended = new AbortController();
  const round = () => readSome(deps, order, ended.signal);
  const rounds = openRounds({ round, everyMilliseconds: LOOKS_EVERY_MILLISECONDS, timers: deps.timers, log: deps.log });
  return {
    async close() {
      ended.abort();
      await rounds.close();
    },
  };
}

/** One round: claims, reads on for a minute, and says when the next may begin. */
export async function readSome(deps: WatchDeps, order: WatchOrder, signal: AbortSignal): Promise<void> {
  const { inTransaction, store, clock, folder, log } = deps;
  const begun = clock.now();
  if (!(await inTransaction((tx) => store.claim(tx, begun, after(begun, CLAIMED_SECONDS))))) return;
  const passBegun = (await folder.reading('server'))?.begunAt ?? begun;
  const isEnd = await readAgain(deps, {
    reader: 'server',
    goOn: (bytes) => paced(bytes, order.bytesPerSecond, signal),
    read: async () => clock.now() < after(begun, ROUND_SECONDS) && !signal.aborted,
  });
  const now = clock.now();
  const next = isEnd ? laterOf(now, after(passBegun, order.hours * 3_600)) : now;
  await inTransaction((tx) => store.settle(tx, next, isEnd ? now : null));
  const { unsoundCount } = isEnd ? await folder.report() : { unsoundCount: 0 };
  if (unsoundCount > 0) {
    log.error({ unsound: unsoundCount }, 'originals are missing or no longer what they were: see the health page');
  }
}

/** Waits as long as so many bytes may take. @returns false: the server ends. */
async function paced(bytes: number, bytesPerSecond: number, signal: AbortSignal): Promise<boolean> {
  await wait((bytes / bytesPerSecond) * 1_000, undefined, { signal, ref: false }).catch(() => {});
  return !signal.aborted;
}

function laterOf(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

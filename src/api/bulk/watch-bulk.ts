import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../../platform/clock.ts';
import { after, type Instant } from '../../platform/instant.ts';
import type { Logger } from '../../platform/log.ts';
import { openRounds } from '../../platform/rounds.ts';
import type { Timers } from '../../platform/timers.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import { type BulkFolder, goodUpTo } from './bulk-folder.ts';
import type { BulkOutcome } from './make-bulk.ts';

export interface BulkWatch {
  /** Ends what is under way; the files stay whole. */
  close(): Promise<void>;
}

export interface WatchDeps {
  readonly releases: Pick<WholeReleases, 'sequence' | 'isRetractedSince'>;
  readonly folder: Pick<BulkFolder, 'manifest'>;
  readonly make: (signal: AbortSignal) => Promise<BulkOutcome>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
}

/** In milliseconds. */
const LOOKS_EVERY = 15_000;

/** Publications wait for each other so long; a retraction waits for nothing. In seconds. */
const MAKES_EVERY = 900;

/** Looks now and then whether the bulk files are behind, and makes them. */
export function watchBulk(deps: WatchDeps): BulkWatch {
  const ended = new AbortController();
  let last: Instant | null = null;
  const round = async () => {
    if (!(await isTime(deps, last))) return;
    // Before the work: what fails is not tried again at once.
    last = deps.clock.now();
    await deps.make(ended.signal);
  };
  const rounds = openRounds({ round, everyMilliseconds: LOOKS_EVERY, timers: deps.timers, log: deps.log });
  return {
    async close() {
      ended.abort();
      await rounds.close();
    },
  };
}

async function isTime({ releases, folder, clock }: WatchDeps, last: Instant | null): Promise<boolean> {
  // A file may be missing, or the origin another one than before the start.
  if (last === null) return true;
  const [manifest, sequence] = [await folder.manifest(), await releases.sequence()];
  if (manifest.sequence === sequence) return false;
  if (clock.now() >= after(last, MAKES_EVERY)) return true;
  for (const one of manifest.years) {
    if (await releases.isRetractedSince(one.year, goodUpTo(one, manifest))) return true;
  }
  return false;
}

/** Three times as long as the work took: whoever asks for a page meanwhile has three quarters of this thread. */
export function restBetween(signal: AbortSignal): (worked: number) => Promise<void> {
  return async (worked) => {
    await wait(Math.max(1, worked * 3), undefined, { signal }).catch(() => {});
  };
}

import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import { systemTimers } from '../../platform/timers.ts';
import type { WholeReleases } from '../../published/whole-release.ts';
import { releaseWriter } from '../releases/write-release.ts';
import { type BulkFolder, bulkFolder } from './bulk-folder.ts';
import type { BulkOutcome } from './make-bulk.ts';
import { type BulkWatch, restBetween, watchBulk } from './watch-bulk.ts';

export interface BulkFiles {
  readonly folder: BulkFolder;
  /** Makes what is behind, and waits for it. */
  make(signal: AbortSignal): Promise<BulkOutcome>;
  /** Makes what is behind from now on. */
  watch(): BulkWatch;
}

interface BulkFilesOrder {
  readonly releases: WholeReleases;
  /** Path of the folder, which is made when it is needed. */
  readonly path: string;
  readonly origin: string;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly log: Logger;
}

export function openBulk({ releases, path, origin, clock, newId, log }: BulkFilesOrder): BulkFiles {
  const folder = bulkFolder(path);
  const make = async (signal: AbortSignal) => {
    // Loaded when there is something to make: a start does without it.
    const { makeBulk } = await import('./make-bulk.ts');
    const pace = { rest: restBetween(signal), isInterrupted: () => signal.aborted };
    return makeBulk({ releases, writer: releaseWriter(origin), folder, origin, clock, newId, ...pace });
  };
  return { folder, make, watch: () => watchBulk({ releases, folder, make, clock, log, timers: systemTimers }) };
}

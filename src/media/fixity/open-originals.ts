import { join } from 'node:path';
import type { InTransaction } from '../../database/transaction.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/log.ts';
import type { Timers } from '../../platform/timers.ts';
import { type Media, openMedia } from '../media.ts';
import type { FixityReport, FixityStore, Reading, Unsound } from './fixity.ts';
import { openFixityFolder } from './fixity-folder.ts';
import { readAgain } from './read-again.ts';
import { type WatchOrder, watchOriginals } from './watch-originals.ts';

interface OriginalsDeps {
  /** Path of the newsroom's folder. */
  readonly data: string;
  readonly store: FixityStore;
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: Logger;
}

/** Are the originals still what they were? */
export interface Fixity {
  /** Reads them all again for as long as a server runs. */
  watch(order: WatchOrder): { close(): Promise<void> };
  /**
   * Reads them all now, from where the last such reading was broken off.
   *
   * @param progress told after each, and of how many.
   * @returns false where it was interrupted.
   */
  readAll(watch: {
    readonly progress: (so: Reading, of: number) => void;
    readonly isInterrupted: () => boolean;
  }): Promise<boolean>;
  report(): Promise<FixityReport>;
  /** In the order of their hashes. */
  unsound(): AsyncIterable<Unsound>;
}

/** The pictures of a newsroom, and whoever looks after them. */
export interface Originals {
  readonly media: Media;
  readonly fixity: Fixity;
  /** Is this one known to be no longer what it was? */
  readonly isUnsound: (hash: string) => Promise<boolean>;
}

export function openOriginals({ data, ...around }: OriginalsDeps): Originals {
  const { store, clock } = around;
  const folder = openFixityFolder(join(data, 'fixity'));
  const media = openMedia(join(data, 'media'), (hash) => folder.note(hash, 'altered', clock.now()));
  const deps = { ...around, folder, check: media.check };
  const fixity: Fixity = {
    watch: (order) => watchOriginals(deps, order),
    async readAll({ progress, isInterrupted }) {
      const of = await store.count();
      const read = async (so: Reading) => {
        progress(so, of);
        return !isInterrupted();
      };
      return readAgain(deps, { reader: 'command', goOn: async () => !isInterrupted(), read });
    },
    report: folder.report,
    unsound: folder.unsound,
  };
  return { media, fixity, isUnsound: folder.isUnsound };
}

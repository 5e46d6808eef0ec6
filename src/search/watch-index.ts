import type { Logger } from '../platform/log.ts';
import { LEAST_SPAN } from './keep-up.ts';
import type { Indexer } from './open-indexer.ts';

export interface IndexWatchDeps {
  /** How many public acts are not in the index. */
  readonly behind: () => Promise<number>;
  readonly open: () => Indexer;
  readonly log: Logger;
}

/** Soon after the start, when the first readers have been answered; then now and then. */
const FIRST_MS = 10_000;
const EVERY_MS = 60_000;

/** Extends the index of a running newsroom whenever enough has come together. */
export function watchIndex({ behind, open, log }: IndexWatchDeps): { close(): Promise<void> } {
  let indexer: Indexer | null = null;
  let timer = setTimeout(look, FIRST_MS).unref();
  let isClosed = false;

  async function look(): Promise<void> {
    try {
      if ((await behind()) >= LEAST_SPAN) {
        indexer = open();
        await indexer.extend(LEAST_SPAN);
      }
    } catch (err) {
      log.error({ err }, 'the index was not extended; texts are found as they are, and it is tried again');
    }
    // Most of the time there is nothing to do, and no thread waits for it.
    await indexer?.close();
    indexer = null;
    if (!isClosed) timer = setTimeout(look, EVERY_MS).unref();
  }

  return {
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await indexer?.close();
    },
  };
}

import { setTimeout as wait } from 'node:timers/promises';
import { LEAST_SPAN } from './keep-up.ts';
import type { Indexer } from './open-indexer.ts';

export interface BringUpWatch {
  /** Told now and then how many public acts are in, of those that were not. */
  readonly progress: (done: number, of: number) => void;
  readonly isInterrupted: () => boolean;
}

const LOOK_MS = 500;

/** Extends the index until fewer public acts are missing than are worth a span. */
export async function bringUp(
  { behind, open }: { readonly behind: () => Promise<number>; readonly open: () => Indexer },
  { progress, isInterrupted }: BringUpWatch,
): Promise<void> {
  const missing = await behind();
  const indexer = open();
  try {
    let isDone = false;
    const work = indexer.extend(LEAST_SPAN).finally(() => {
      isDone = true;
    });
    // Its failure is heard below; the race may have ended by then.
    work.catch(() => {});
    while (!isDone && !isInterrupted()) {
      await Promise.race([work, wait(LOOK_MS)]);
      progress(missing - (await behind()), missing);
    }
    if (!isInterrupted()) await work;
  } finally {
    await indexer.close();
  }
}

import type { Indexer } from './open-indexer.ts';

/** So many public acts are worth a span of their own; fewer are found as they are until more have come together. */
export const LEAST_SPAN = 1_000;

/** While a large archive comes in: as much as fills a span. */
const WHOLE_SPAN = 8_000;

export interface Progress {
  readonly step: string;
  readonly releases: number;
}

/**
 * Extends the index beside a work that publishes much, so that all is found when the work is done. Nothing is begun for a
 * work that publishes little.
 *
 * @param work is handed what its progress is to be told to.
 */
export async function keepUp<Outcome>(
  open: () => Indexer,
  isInterrupted: () => boolean,
  work: (told: (progress: Progress) => void) => Promise<Outcome>,
): Promise<Outcome> {
  let indexer: Indexer | null = null;
  let indexed = 0;
  let published = 0;
  let failure: unknown = null;
  const told = ({ step, releases }: Progress) => {
    if (step !== 'publishing') return;
    published = releases;
    if (published - indexed < WHOLE_SPAN) return;
    indexed = published;
    indexer ??= open();
    indexer.extend(WHOLE_SPAN).catch((error: unknown) => {
      failure = error;
    });
  };
  try {
    const outcome = await work(told);
    if (published >= LEAST_SPAN && !isInterrupted()) {
      indexer ??= open();
      // Once for what is under way, once for what has come since.
      await indexer.extend(LEAST_SPAN);
      await indexer.extend(LEAST_SPAN);
    }
    if (failure !== null) throw failure;
    return outcome;
  } finally {
    await (indexer as Indexer | null)?.close();
  }
}

import type { Logger } from './log.ts';
import type { Timers } from './timers.ts';

export interface RoundsOrder {
  /** Does a little of what has to be done, and comes to an end. */
  readonly round: () => Promise<unknown>;
  readonly everyMilliseconds: number;
  readonly timers: Timers;
  readonly log: Logger;
}

/**
 * Goes on with work that nobody asks for: round after round, never two at once. A round that fails is logged, and the next tries
 * again.
 */
export function openRounds({ round, everyMilliseconds, timers, log }: RoundsOrder): { close(): Promise<void> } {
  let underWay: Promise<unknown> | null = null;
  const stop = timers.every(everyMilliseconds, () => {
    underWay ??= round()
      .catch((err: unknown) => log.error({ err }, 'a round of upkeep failed; the next tries again'))
      .finally(() => {
        underWay = null;
      });
  });
  return {
    async close() {
      stop();
      await underWay;
    },
  };
}

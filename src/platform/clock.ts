import { type Instant, instantOf } from './instant.ts';

/** What time it is. Everything that asks is handed one of these, so a test can stand at any instant. */
export interface Clock {
  now(): Instant;
}

export const systemClock: Clock = {
  now: () => instantOf(new Date().toISOString()),
};

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  advanceTo(text: string): void;
}

/** @param text RFC 3339, any zone. */
export function fixedClock(text: string): FixedClock {
  let now = instantOf(text);
  return {
    now: () => now,
    advanceTo: (later) => {
      now = instantOf(later);
    },
  };
}

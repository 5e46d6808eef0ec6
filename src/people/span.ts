import { type Instant, instantOf } from '../platform/instant.ts';

/** @param seconds may be negative: before. */
export function after(at: Instant, seconds: number): Instant {
  return instantOf(new Date(Date.parse(at) + seconds * 1_000).toISOString());
}

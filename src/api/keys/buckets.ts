import { LRUCache } from 'lru-cache';
import type { Clock } from '../../platform/clock.ts';
import { type Instant, secondsBetween } from '../../platform/instant.ts';

/** Takes one request out of somebody's bucket. @returns whole seconds until there is another; 0: it was taken. */
export type TakeOne = (who: string, perMinute: number) => number;

/** How many are remembered; further ones push out the quietest. */
const MOST_REMEMBERED = 20_000;

/** As sums of fractions have it. */
const ONE = 1 - 1e-9;

/** Buckets that hold the requests of one minute and fill again steadily. Each process has its own. */
export function openBuckets(clock: Clock, most = MOST_REMEMBERED): TakeOne {
  const buckets = new LRUCache<string, { left: number; at: Instant }>({ max: most });
  return (who, perMinute) => {
    const now = clock.now();
    const known = buckets.get(who);
    const perSecond = perMinute / 60;
    // A clock that was set back fills nothing.
    const filled = known === undefined ? perMinute : Math.max(0, secondsBetween(known.at, now)) * perSecond;
    const left = Math.min(perMinute, (known?.left ?? 0) + filled);
    if (left < ONE) {
      buckets.set(who, { left, at: now });
      return Math.ceil((1 - left) / perSecond);
    }
    buckets.set(who, { left: left - 1, at: now });
    return 0;
  };
}

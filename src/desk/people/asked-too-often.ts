import { LRUCache } from 'lru-cache';
import { addressKey } from '../../platform/address-key.ts';
import type { Clock } from '../../platform/clock.ts';
import { Fault } from '../../platform/faults.ts';
import { type Instant, secondsBetween } from '../../platform/instant.ts';
import type { Caller } from '../handler.ts';

/** Enough for an office that arrives in the morning behind one address. */
const CALLS_A_MINUTE = 120;

/** A minute's worth of addresses that are remembered; further ones push out the quietest. */
const ADDRESSES = 20_000;

/**
 * Keeps who is not signed in from keeping the database busy: each of their calls writes, and a lift must not wait for it.
 *
 * @throws Fault TOO_MANY_REQUESTS from what it gives.
 */
export function heardNowAndThen(clock: Clock): (caller: Caller) => void {
  const byAddress = new LRUCache<string, { readonly since: Instant; count: number }>({ max: ADDRESSES });
  return ({ address }) => {
    const key = addressKey(address);
    const now = clock.now();
    const known = byAddress.get(key);
    const left = known === undefined ? 0 : 60 - secondsBetween(known.since, now);
    if (known === undefined || left <= 0 || left > 60) {
      byAddress.set(key, { since: now, count: 1 });
      return;
    }
    known.count += 1;
    if (known.count > CALLS_A_MINUTE) throw new Fault('TOO_MANY_REQUESTS', { seconds: Math.ceil(left) });
  };
}

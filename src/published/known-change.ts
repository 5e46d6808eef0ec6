import type { CivilDay, Instant } from '../platform/instant.ts';
import type { PublishedTime } from './published-release.ts';

interface Changing {
  readonly published: PublishedTime;
  readonly changedAt: Instant;
}

/**
 * When a text last changed, as exactly as that is known, for machines: the bare day while it is as it was published on
 * a day of which no instant is known.
 */
export function knownChange({ published, changedAt }: Changing): Instant | CivilDay {
  return published.precision === 'day' && changedAt <= published.at ? published.day : changedAt;
}

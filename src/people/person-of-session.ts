import { secondsBetween } from '../platform/instant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { hashOf } from './secret.ts';
import { isAlive, type Session } from './session.ts';

/** How exactly "last seen" is kept: a write with every request would be in everybody's way. */
const SEEN_EVERY_SECONDS = 60;

/** Who a session's token belongs to; null when it has ended, or its person was shut out. */
export async function personOf(deps: PeopleDeps, token: string): Promise<Person | null> {
  return (await liveSession(deps, token))?.person ?? null;
}

export async function liveSession(
  deps: PeopleDeps,
  token: string,
): Promise<{ session: Session; person: Person } | null> {
  const now = deps.clock.now();
  const found = await deps.sessionReads.withPerson(hashOf(token));
  if (found === null || !isAlive(found.session, now) || found.person.standing !== 'active') return null;
  if (secondsBetween(found.session.seenAt, now) >= SEEN_EVERY_SECONDS) {
    await deps.inTransaction((tx) => deps.sessions.see(tx, found.session.id, now));
  }
  return found;
}

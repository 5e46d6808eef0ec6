import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { isAlive, type Session } from './session.ts';

/** Where somebody is signed in, newest first. */
export async function listSessions(deps: PeopleDeps, person: Person): Promise<readonly Session[]> {
  const now = deps.clock.now();
  const open = await deps.inTransaction((tx) => deps.sessions.open(tx, person.id));
  return open.filter((session) => isAlive(session, now));
}

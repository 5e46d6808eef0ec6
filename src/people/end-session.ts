import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';

/** Ends one of a person's own sessions; one of somebody else's, or one that has ended, is left as it is. */
export async function endSession(
  deps: PeopleDeps,
  { by, session }: { readonly by: Person; readonly session: string },
): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const isOpen = (await deps.sessions.open(tx, by.id)).some(({ id }) => id === session);
    if (!isOpen) return;
    await deps.sessions.end(tx, session, deps.clock.now());
    await writeDown(tx, deps, by, 'ended-session', { session });
  });
}

import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import { hashOf } from './secret.ts';

/** Ends the session of this token, if there is one. */
export async function signOut(deps: PeopleDeps, token: string): Promise<void> {
  await deps.inTransaction(async (tx) => {
    const session = await deps.sessions.ofHash(tx, hashOf(token));
    if (session === null || session.endedAt !== null) return;
    await deps.sessions.end(tx, session.id, deps.clock.now());
    const account = await deps.people.account(tx, session.person);
    if (account !== null) await writeDown(tx, deps, account.person, 'signed-out');
  });
}

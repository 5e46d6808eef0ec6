import type { Tx } from '../database/transaction.ts';
import type { Account } from './account.ts';
import type { PeopleDeps } from './people-deps.ts';

/** In how many ways somebody can sign in: a password, each passkey, the organisation's own sign-in. */
export async function countWaysIn(tx: Tx, deps: PeopleDeps, { person, passwordHash }: Account): Promise<number> {
  const passkeys = await deps.passkeys.passkeysOf(tx, person.id);
  const isLinked = await deps.identities.isLinked(tx, person.id);
  return (passwordHash === null ? 0 : 1) + passkeys.length + (isLinked ? 1 : 0);
}

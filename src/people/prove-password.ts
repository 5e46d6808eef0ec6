import { countGuess, forgiveGuesses } from './count-guess.ts';
import { isPassword } from './password.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { PeopleRefusal } from './refusal.ts';

/**
 * Asks somebody who is signed in once more who they are. Guesses are counted, for a browser may be left open to others.
 *
 * @param password empty is right for who has none.
 * @returns null when it is right.
 */
export async function provePassword(deps: PeopleDeps, person: string, password: string): Promise<PeopleRefusal | null> {
  const { counted, account } = await deps.inTransaction(async (tx) => ({
    counted: await countGuess(tx, deps, `password ${person}`),
    account: await deps.people.account(tx, person),
  }));
  if (counted.guess === null) return { reason: 'too-many', seconds: counted.seconds };
  const kept = account?.passwordHash ?? null;
  const isRight = kept === null ? password === '' : await isPassword(kept, password);
  if (!isRight) return { reason: 'wrong-password' };
  await deps.inTransaction((tx) => forgiveGuesses(tx, deps, `password ${person}`));
  return null;
}

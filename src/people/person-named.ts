import type { Tx } from '../database/transaction.ts';
import { Fault } from '../platform/faults.ts';
import type { Account } from './account.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';

/** @throws Fault PERSON_UNKNOWN */
export async function personNamed(tx: Tx, deps: Pick<PeopleDeps, 'people'>, id: string): Promise<Account> {
  const account = await deps.people.account(tx, id);
  if (account === null) throw new Fault('PERSON_UNKNOWN', { id });
  return account;
}

/** Whoever acts, with the rights they have now: they may have lost some since the request came in. */
export async function actorNow(tx: Tx, deps: Pick<PeopleDeps, 'people'>, by: Person): Promise<Person> {
  const person = (await deps.people.account(tx, by.id))?.person ?? by;
  return person.standing === 'active' ? person : { ...person, assignments: [] };
}

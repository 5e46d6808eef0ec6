import type { Tx } from '../database/transaction.ts';
import { Fault } from '../platform/faults.ts';
import type { Account } from './account.ts';
import type { PeopleDeps } from './people-deps.ts';

/** @throws Fault PERSON_UNKNOWN */
export async function personNamed(tx: Tx, deps: Pick<PeopleDeps, 'people'>, id: string): Promise<Account> {
  const account = await deps.people.account(tx, id);
  if (account === null) throw new Fault('PERSON_UNKNOWN', { id });
  return account;
}

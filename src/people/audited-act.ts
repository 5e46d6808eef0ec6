import type { Audited, Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';

/** Writes down who did what, in the transaction of what was done. */
export async function writeDown(
  tx: Tx,
  { audit, clock }: Pick<PeopleDeps, 'audit' | 'clock'>,
  by: Pick<Person, 'id' | 'name'>,
  act: Audited,
  detail: Told = {},
): Promise<void> {
  await audit.append(tx, { at: clock.now(), person: by.id, name: by.name, act, detail });
}

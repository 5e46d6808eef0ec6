import type { Tx } from '../database/transaction.ts';
import { mayGrant } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Assignment, Person } from './person.ts';
import { actorNow } from './person-named.ts';
import type { PeopleRefusal } from './refusal.ts';

/** Why these roles cannot be given (or taken) by this person; empty: they can. */
export async function grantRefusals(
  tx: Tx,
  deps: PeopleDeps,
  by: Person,
  assignments: readonly Assignment[],
): Promise<PeopleRefusal[]> {
  const actor = await actorNow(tx, deps, by);
  if (assignments.some((one) => !mayGrant(actor, one))) return [{ reason: 'not-allowed', act: 'keep-people' }];
  const refusals: PeopleRefusal[] = [];
  for (const office of new Set(assignments.map((one) => one.office))) {
    if (office !== null && !(await deps.isOffice(tx, office))) refusals.push({ reason: 'office-unknown', office });
  }
  const isNarrow = ({ role, office, locale }: Assignment) =>
    role === 'administrator' && (office !== null || locale !== null);
  if (assignments.some(isNarrow)) {
    const problem = 'An administrator is one for every office and language. Give the role without either.';
    refusals.push({ reason: 'text-invalid', field: 'assignments', problem });
  }
  return refusals;
}

import { writeDown } from './audited-act.ts';
import { grantRefusals } from './grant-refusals.ts';
import { rolesAsText } from './invite.ts';
import { isAdministrator } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Assignment, Person } from './person.ts';
import { personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';

export interface AssignOrder {
  readonly by: Person;
  readonly person: string;
  /** All of them: what is not here is taken away. */
  readonly assignments: readonly Assignment[];
}

/**
 * Gives somebody their roles. Whoever assigns answers for what changes: roles that stay may be of other offices.
 *
 * @throws Fault PERSON_UNKNOWN
 */
export async function assign(deps: PeopleDeps, { by, person: id, assignments }: AssignOrder): Promise<PeopleOutcome> {
  return deps.inTransaction(async (tx) => {
    const { person } = await personNamed(tx, deps, id);
    const changed = [...without(assignments, person.assignments), ...without(person.assignments, assignments)];
    const refusals = await grantRefusals(tx, deps, by, changed);
    const isLosing = person.standing === 'active' && isAdministrator(person) && !isAdministrator({ assignments });
    if (isLosing && (await deps.people.countActiveAdministrators(tx, person.id)) === 0) {
      refusals.push({ reason: 'last-administrator' });
    }
    if (refusals.length > 0) return refusedFor(...refusals);
    if (changed.length === 0) return { ok: true };
    await deps.people.assign(tx, person.id, assignments);
    const roles = rolesAsText(assignments);
    await writeDown(tx, deps, by, 'assigned', { who: person.id, name: person.name, roles });
    return { ok: true };
  });
}

function without(some: readonly Assignment[], others: readonly Assignment[]): Assignment[] {
  const isSame = (one: Assignment, other: Assignment) =>
    one.role === other.role && one.office === other.office && one.locale === other.locale;
  return some.filter((one) => !others.some((other) => isSame(one, other)));
}

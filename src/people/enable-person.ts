import { writeDown } from './audited-act.ts';
import { mayKeep } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { actorNow, personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { countWaysIn } from './ways-in.ts';

/**
 * Lets somebody in again who was shut out. Who had never come in is invited as before, and needs a new link.
 *
 * @throws Fault PERSON_UNKNOWN
 */
export async function enablePerson(
  deps: PeopleDeps,
  order: { readonly by: Person; readonly person: string },
): Promise<PeopleOutcome> {
  return deps.inTransaction(async (tx) => {
    const account = await personNamed(tx, deps, order.person);
    const { person } = account;
    if (!mayKeep(await actorNow(tx, deps, order.by), person))
      return refusedFor({ reason: 'not-allowed', act: 'keep-people' });
    if (person.standing !== 'disabled') return { ok: true };
    const standing = (await countWaysIn(tx, deps, account)) > 0 ? 'active' : 'invited';
    await deps.people.changeStanding(tx, person.id, standing);
    await writeDown(tx, deps, order.by, 'enabled', { who: person.id, name: person.name });
    return { ok: true };
  });
}

import { writeDown } from './audited-act.ts';
import { isAdministrator, mayKeep } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { actorNow, personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';

/**
 * Shuts somebody out at once: their sessions end and their links stop working. What they wrote stays theirs.
 *
 * @throws Fault PERSON_UNKNOWN
 */
export async function disablePerson(
  deps: PeopleDeps,
  order: { readonly by: Person; readonly person: string },
): Promise<PeopleOutcome> {
  return deps.inTransaction(async (tx) => {
    const { person } = await personNamed(tx, deps, order.person);
    if (!mayKeep(await actorNow(tx, deps, order.by), person))
      return refusedFor({ reason: 'not-allowed', act: 'keep-people' });
    if (person.standing === 'disabled') return { ok: true };
    const isActiveAdministrator = isAdministrator(person) && person.standing === 'active';
    if (isActiveAdministrator && (await deps.people.countActiveAdministrators(tx, person.id)) === 0) {
      return refusedFor({ reason: 'last-administrator' });
    }
    await deps.people.changeStanding(tx, person.id, 'disabled');
    await deps.sessions.endAll(tx, person.id, deps.clock.now(), null);
    await deps.links.takeBack(tx, person.id);
    await writeDown(tx, deps, order.by, 'disabled', { who: person.id, name: person.name });
    return { ok: true };
  });
}

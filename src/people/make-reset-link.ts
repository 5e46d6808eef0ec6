import { writeDown } from './audited-act.ts';
import { makeLink } from './make-link.ts';
import { mayKeep } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { actorNow, personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import type { MadeLink } from './single-use-link.ts';

/**
 * Makes the link by which somebody begins afresh, to be handed over by whoever made it; for who has not come in yet, a new
 * invitation. The link before stops working.
 *
 * @throws Fault PERSON_UNKNOWN
 */
export async function makeResetLink(
  deps: PeopleDeps,
  order: { readonly by: Person; readonly person: string },
): Promise<PeopleOutcome<MadeLink>> {
  return deps.inTransaction(async (tx) => {
    const { person } = await personNamed(tx, deps, order.person);
    if (!mayKeep(await actorNow(tx, deps, order.by), person))
      return refusedFor({ reason: 'not-allowed', act: 'keep-people' });
    if (person.standing === 'disabled') {
      const problem = `${person.name} is shut out. Let them in again first.`;
      return refusedFor({ reason: 'text-invalid', field: 'person', problem });
    }
    const purpose = person.standing === 'invited' ? 'invitation' : 'reset';
    await writeDown(tx, deps, order.by, 'made-reset-link', { who: person.id, name: person.name, purpose });
    return { ok: true, ...(await makeLink(tx, deps, purpose, person.id)) };
  });
}

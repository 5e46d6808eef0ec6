import type { Told } from '../audit/entry.ts';
import { makeLink } from './make-link.ts';
import { isAdministrator } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import { clockwork, type Person } from './person.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import type { MadeLink } from './single-use-link.ts';

/**
 * Makes the link by which an administrator begins afresh who can no longer come in, for the console of whoever has the
 * machine: nobody at the desk may be left to make it. The link before stops working. It ends after 72 hours.
 */
export async function letAdministratorIn(
  deps: PeopleDeps,
  order: { readonly email: string },
): Promise<PeopleOutcome<{ readonly person: Person } & MadeLink>> {
  return deps.inTransaction(async (tx) => {
    const person = (await deps.people.accountOfEmail(tx, order.email.toLowerCase()))?.person ?? null;
    if (person === null || !isAdministrator(person)) return refused('no administrator has this e-mail address.');
    if (person.standing === 'disabled') {
      return refused(`${person.name} is shut out. Another administrator lets them in again, at the desk.`);
    }
    const purpose = person.standing === 'invited' ? 'invitation' : 'reset';
    const detail: Told = { who: person.id, name: person.name, purpose, from: 'console' };
    const at = deps.clock.now();
    await deps.audit.append(tx, { at, person: null, name: clockwork.name, act: 'made-reset-link', detail });
    return { ok: true, person, ...(await makeLink(tx, deps, purpose, person.id)) };
  });
}

function refused(problem: string) {
  return refusedFor({ reason: 'text-invalid', field: 'email', problem });
}

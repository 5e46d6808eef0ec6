import type { Locale } from '../platform/locales.ts';
import { writeDown } from './audited-act.ts';
import { grantRefusals } from './grant-refusals.ts';
import { makeLink } from './make-link.ts';
import { isAdministrator } from './may-grant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Assignment, Person } from './person.ts';
import { actorNow } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import type { MadeLink } from './single-use-link.ts';
import { emailRefusals, LONGEST_NAME, lineRefusals } from './text-refusal.ts';

export interface InviteOrder {
  readonly by: Person;
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly language: Locale;
  readonly assignments: readonly Assignment[];
}

/** Makes an account and the link by which its person comes in; whoever invites hands it over, for no mail is sent. */
export async function invite(deps: PeopleDeps, order: InviteOrder): Promise<PeopleOutcome<MadeLink>> {
  const { by, email, language, assignments } = order;
  const name = order.name.trim();
  return deps.inTransaction(async (tx) => {
    // An account without a role belongs to no office: only an administrator keeps such.
    const isTheirs = assignments.length > 0 || isAdministrator(await actorNow(tx, deps, by));
    if (!isTheirs) return refusedFor({ reason: 'not-allowed', act: 'keep-people' });
    const refusals = [
      ...(await grantRefusals(tx, deps, by, assignments)),
      ...lineRefusals(name, 'name', LONGEST_NAME),
      ...emailRefusals(email),
    ];
    if (refusals.length > 0) return refusedFor(...refusals);
    if ((await deps.people.accountOfEmail(tx, email)) !== null) return refusedFor({ reason: 'email-taken', email });

    const person: Person = { id: deps.newId(), name, email, language, standing: 'invited', assignments };
    await deps.people.add(tx, person, deps.clock.now());
    await writeDown(tx, deps, by, 'invited', { who: person.id, name, roles: rolesAsText(assignments) });
    return { ok: true, ...(await makeLink(tx, deps, 'invitation', person.id)) };
  });
}

/** For the log: `editor CALDER cy, writer * *`. */
export function rolesAsText(assignments: readonly Assignment[]): string {
  return assignments.map(({ role, office, locale }) => `${role} ${office ?? '*'} ${locale ?? '*'}`).join(', ');
}

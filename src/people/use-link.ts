import type { Tx } from '../database/transaction.ts';
import { writeDown } from './audited-act.ts';
import { beginSession } from './begin-session.ts';
import { type LiveLink, liveLink } from './look-at-link.ts';
import { hashPassword, passwordProblem } from './password.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';
import type { Person } from './person.ts';
import { type PeopleOutcome, type PeopleRefusal, refusedFor } from './refusal.ts';
import { hashOf } from './secret.ts';
import { emailRefusals, LONGEST_NAME, lineRefusals } from './text-refusal.ts';

export interface UseLinkOrder {
  readonly token: string;
  /** Empty on an invitation or a reset: as it is. */
  readonly name: string;
  /** In lower case; only the first administrator's is read. */
  readonly email: string;
  readonly password: string;
  readonly from: Whence;
  readonly replaces: string | null;
}

/**
 * Lets the holder of a link in, once, with the password they choose. A reset begins afresh: the sessions end, and the
 * authenticator, the recovery codes and the passkeys of before are gone, since whoever needs one may have lost them.
 *
 * @returns token null: the link does nothing any more.
 */
export async function useLink(
  deps: PeopleDeps,
  order: UseLinkOrder,
): Promise<PeopleOutcome<{ readonly token: string | null }>> {
  const { inTransaction, clock } = deps;
  const seen = await inTransaction((tx) => liveLink(tx, deps, order.token, clock.now()));
  if (seen === null) return { ok: true, token: null };
  const refusals = textRefusals(order, seen);
  if (refusals.length > 0) return refusedFor(...refusals);

  const hash = await hashPassword(order.password);
  return inTransaction(async (tx) => {
    const link = await liveLink(tx, deps, order.token, clock.now());
    if (link === null) return { ok: true, token: null };
    const isNew = link.person === null;
    if (isNew && (await deps.people.accountOfEmail(tx, order.email)) !== null) {
      return refusedFor({ reason: 'email-taken', email: order.email });
    }
    const person = isNew ? await addAdministrator(tx, deps, order) : await renew(tx, deps, order, link.person, link);
    await deps.people.changePassword(tx, person.id, hash);
    await deps.links.use(tx, hashOf(order.token), clock.now());
    await writeDown(tx, deps, person, link.purpose === 'reset' ? 'reset-password' : 'joined', { link: link.purpose });
    const begun = { person, from: order.from, replaces: order.replaces, by: 'link' } as const;
    return { ok: true, token: await beginSession(tx, deps, begun) };
  });
}

function textRefusals(order: UseLinkOrder, { person }: LiveLink): PeopleRefusal[] {
  const name = order.name.trim();
  const isNamed = person === null || name !== '';
  const about = { name: isNamed ? name : person.name, email: person?.email ?? order.email };
  const problem = passwordProblem(order.password, about);
  return [
    ...(isNamed ? lineRefusals(name, 'name', LONGEST_NAME) : []),
    ...(person === null ? emailRefusals(order.email) : []),
    ...(problem === null ? [] : [{ reason: 'text-invalid', field: 'password', problem } as const]),
  ];
}

async function addAdministrator(tx: Tx, deps: PeopleDeps, { name, email }: UseLinkOrder): Promise<Person> {
  const person: Person = {
    id: deps.newId(),
    name: name.trim(),
    email,
    language: 'en',
    standing: 'active',
    assignments: [{ role: 'administrator', office: null, locale: null }],
  };
  await deps.people.add(tx, person, deps.clock.now());
  return person;
}

async function renew(
  tx: Tx,
  deps: PeopleDeps,
  order: UseLinkOrder,
  person: Person,
  { purpose }: LiveLink,
): Promise<Person> {
  const name = order.name.trim() === '' ? person.name : order.name.trim();
  if (name !== person.name) await deps.people.changeName(tx, person.id, name);
  if (purpose === 'invitation') await deps.people.changeStanding(tx, person.id, 'active');
  await deps.sessions.endAll(tx, person.id, deps.clock.now(), null);
  await deps.people.changeTotp(tx, person.id, null);
  await deps.recoveryCodes.replace(tx, person.id, []);
  await deps.passkeys.removeAll(tx, person.id);
  return { ...person, name, standing: 'active' };
}

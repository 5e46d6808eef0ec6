import { writeDown } from './audited-act.ts';
import { hashPassword, passwordProblem } from './password.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { provePassword } from './prove-password.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { hashOf } from './secret.ts';

export interface ChangePasswordOrder {
  readonly by: Person;
  /** Empty where there was none. */
  readonly current: string;
  readonly next: string;
  /** Of the session that stays; all others end. */
  readonly token: string;
}

export async function changePassword(deps: PeopleDeps, order: ChangePasswordOrder): Promise<PeopleOutcome> {
  const { by, current, next, token } = order;
  const problem = passwordProblem(next, by);
  if (problem !== null) return refusedFor({ reason: 'text-invalid', field: 'password', problem });
  const wrong = await provePassword(deps, by.id, current);
  if (wrong !== null) return refusedFor(wrong);

  const hash = await hashPassword(next);
  return deps.inTransaction(async (tx) => {
    const own = await deps.sessions.ofHash(tx, hashOf(token));
    await deps.people.changePassword(tx, by.id, hash);
    await deps.sessions.endAll(tx, by.id, deps.clock.now(), own?.id ?? null);
    await deps.links.takeBack(tx, by.id);
    await writeDown(tx, deps, by, 'changed-password');
    return { ok: true };
  });
}

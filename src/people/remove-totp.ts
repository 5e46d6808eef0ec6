import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { provePassword } from './prove-password.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';

/** Takes the authenticator away, and the recovery codes that stood in for it. */
export async function removeTotp(
  deps: PeopleDeps,
  { by, password }: { readonly by: Person; readonly password: string },
): Promise<PeopleOutcome> {
  const wrong = await provePassword(deps, by.id, password);
  if (wrong !== null) return refusedFor(wrong);
  return deps.inTransaction(async (tx) => {
    await deps.people.changeTotp(tx, by.id, null);
    await deps.recoveryCodes.replace(tx, by.id, []);
    await writeDown(tx, deps, by, 'removed-totp');
    return { ok: true };
  });
}

import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { countWaysIn } from './ways-in.ts';

/** Forgets one of a person's own passkeys, unless it is the only way in; somebody else's is left as it is. */
export async function removePasskey(
  deps: PeopleDeps,
  order: { readonly by: Person; readonly passkey: string },
): Promise<PeopleOutcome> {
  const { by } = order;
  return deps.inTransaction(async (tx) => {
    const passkey = await deps.passkeys.passkey(tx, order.passkey);
    if (passkey === null || passkey.person !== by.id) return { ok: true };
    if ((await countWaysIn(tx, deps, await personNamed(tx, deps, by.id))) < 2) {
      const problem = 'It is the only way you can sign in. Set a password or add another passkey first.';
      return refusedFor({ reason: 'text-invalid', field: 'passkey', problem });
    }
    await deps.passkeys.remove(tx, passkey.id);
    await writeDown(tx, deps, by, 'removed-passkey', { name: passkey.name });
    return { ok: true };
  });
}

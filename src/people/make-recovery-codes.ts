import type { Tx } from '../database/transaction.ts';
import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { provePassword } from './prove-password.ts';
import { plainCode, RECOVERY_CODES, recoveryCodeFrom } from './recovery-code.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { hashOf } from './secret.ts';

/** Makes new recovery codes for somebody who says their password once more. The old ones stop working. */
export async function renewRecoveryCodes(
  deps: PeopleDeps,
  { by, password }: { readonly by: Person; readonly password: string },
): Promise<PeopleOutcome<{ readonly recoveryCodes: readonly string[] }>> {
  const wrong = await provePassword(deps, by.id, password);
  if (wrong !== null) return refusedFor(wrong);
  return deps.inTransaction(async (tx) => ({ ok: true, recoveryCodes: await makeRecoveryCodes(tx, deps, by) }));
}

/** @returns the codes: nobody sees them again. */
export async function makeRecoveryCodes(tx: Tx, deps: PeopleDeps, by: Person): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(deps.randomBytes(64)));
  const hashes = codes.map((code) => hashOf(plainCode(code)));
  await deps.recoveryCodes.replace(tx, by.id, hashes);
  await writeDown(tx, deps, by, 'made-recovery-codes', { count: codes.length });
  return codes;
}

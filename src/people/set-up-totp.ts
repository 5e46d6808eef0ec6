import { writeDown } from './audited-act.ts';
import { countGuess, forgiveGuesses } from './count-guess.ts';
import { makeRecoveryCodes } from './make-recovery-codes.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { personNamed } from './person-named.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { newTotpSecret, stepOf, totpAddress } from './totp.ts';

const isOnAlready = {
  reason: 'text-invalid',
  field: 'totp',
  problem: 'An authenticator is set up already. Remove it before you set up another.',
} as const;

/** Makes a secret for an authenticator program. It is shown this once, and asked for from the first right code on. */
export async function beginTotp(
  deps: PeopleDeps,
  by: Person,
): Promise<PeopleOutcome<{ readonly secret: string; readonly address: string }>> {
  const secret = newTotpSecret(deps.randomBytes);
  return deps.inTransaction(async (tx) => {
    const { totp } = await personNamed(tx, deps, by.id);
    if (totp !== null && totp.confirmedAt !== null) return refusedFor(isOnAlready);
    await deps.people.changeTotp(tx, by.id, { secret, confirmedAt: null, lastStep: null });
    return { ok: true, secret, address: totpAddress(secret, new URL(deps.origin).hostname, by.email) };
  });
}

/** Takes the first code of a new authenticator: from now on one is asked for. */
export async function confirmTotp(
  deps: PeopleDeps,
  { by, code }: { readonly by: Person; readonly code: string },
): Promise<PeopleOutcome<{ readonly recoveryCodes: readonly string[] }>> {
  return deps.inTransaction(async (tx) => {
    const { totp } = await personNamed(tx, deps, by.id);
    if (totp !== null && totp.confirmedAt !== null) return refusedFor(isOnAlready);
    const counted = await countGuess(tx, deps, `code ${by.id}`);
    if (counted.guess === null) return refusedFor({ reason: 'too-many', seconds: counted.seconds });
    const step = totp === null ? null : stepOf(totp, code.replace(/\D/g, ''), deps.clock.now());
    if (totp === null || step === null) return refusedFor({ reason: 'wrong-code' });
    await forgiveGuesses(tx, deps, `code ${by.id}`);
    await deps.people.changeTotp(tx, by.id, { ...totp, confirmedAt: deps.clock.now(), lastStep: step });
    await writeDown(tx, deps, by, 'set-up-totp');
    return { ok: true, recoveryCodes: await makeRecoveryCodes(tx, deps, by) };
  });
}

import type { Tx } from '../database/transaction.ts';
import type { Account } from './account.ts';
import { writeDown } from './audited-act.ts';
import type { PeopleDeps } from './people-deps.ts';
import { plainCode } from './recovery-code.ts';
import { hashOf } from './secret.ts';
import { stepOf } from './totp.ts';

/** Takes six digits of the authenticator, or a recovery code. Either works once. */
export async function proveCode(tx: Tx, deps: PeopleDeps, account: Account, typed: string): Promise<boolean> {
  const { person, totp } = account;
  const code = plainCode(typed);
  if (/^\d{6}$/.test(code)) {
    const step = totp === null ? null : stepOf(totp, code, deps.clock.now());
    if (totp === null || step === null) return false;
    await deps.people.changeTotp(tx, person.id, { ...totp, lastStep: step });
    return true;
  }
  const isUsed = await deps.recoveryCodes.use(tx, person.id, hashOf(code), deps.clock.now());
  if (!isUsed) return false;
  const left = await deps.recoveryCodes.countLeft(tx, person.id);
  await writeDown(tx, deps, person, 'used-recovery-code', { left });
  return true;
}

import type { Tx } from '../database/transaction.ts';
import { addressKey } from '../platform/address-key.ts';
import type { Account } from './account.ts';
import { rememberedSince } from './attempt.ts';
import { writeDown } from './audited-act.ts';
import { beginSession } from './begin-session.ts';
import { countGuess, countSignIn, forgiveGuesses } from './count-guess.ts';
import { isPassword } from './password.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';
import { proveCode } from './prove-code.ts';

export interface SignInOrder {
  /** In lower case. */
  readonly email: string;
  readonly password: string;
  /** Six digits or a recovery code; empty at first. */
  readonly code: string;
  readonly from: Whence;
  readonly replaces: string | null;
}

export type SignInOutcome =
  | { readonly outcome: 'signed-in'; readonly token: string }
  | { readonly outcome: 'code-needed' }
  | { readonly outcome: 'refused' }
  | { readonly outcome: 'too-many'; readonly seconds: number };

/**
 * Signs in by password. Whatever is wrong, the answer is the same and takes as long: it tells nobody who has an account.
 * The password is compared between two transactions, since that takes longer than anybody else should wait.
 */
export async function signIn(deps: PeopleDeps, order: SignInOrder): Promise<SignInOutcome> {
  const address = addressKey(order.from.address);
  const { counted, account } = await deps.inTransaction(async (tx) => ({
    counted: await countSignIn(tx, deps, order.email, address),
    account: await deps.people.accountOfEmail(tx, order.email),
  }));
  if (counted.guess === null) return { outcome: 'too-many', seconds: counted.seconds };

  const known = account?.person.standing === 'active' ? account : null;
  const isRight = await isPassword(known?.passwordHash ?? null, order.password);
  return deps.inTransaction(async (tx) => {
    const now = known === null ? null : await deps.people.account(tx, known.person.id);
    const isStill = now !== null && now.person.standing === 'active' && now.passwordHash === known?.passwordHash;
    if (isRight && isStill) return letIn(tx, deps, order, now, counted.guess);
    return refuse(tx, deps, order, known, counted.guess);
  });
}

async function letIn(
  tx: Tx,
  deps: PeopleDeps,
  order: SignInOrder,
  account: Account,
  guess: string,
): Promise<SignInOutcome> {
  const { person, totp } = account;
  if (totp !== null && totp.confirmedAt !== null) {
    await deps.attempts.remove(tx, guess);
    if (order.code === '') return { outcome: 'code-needed' };
    const counted = await countGuess(tx, deps, `code ${person.id}`);
    if (counted.guess === null) return { outcome: 'too-many', seconds: counted.seconds };
    if (!(await proveCode(tx, deps, account, order.code))) return refuse(tx, deps, order, account, counted.guess);
    await forgiveGuesses(tx, deps, `code ${person.id}`);
  }
  await deps.attempts.forgive(tx, order.email, addressKey(order.from.address));
  await deps.attempts.forgetBefore(tx, rememberedSince(deps.clock.now()));
  const token = await beginSession(tx, deps, { person, from: order.from, replaces: order.replaces, by: 'password' });
  return { outcome: 'signed-in', token };
}

/** An unknown account leaves no entry: people type their password where the address belongs. */
async function refuse(
  tx: Tx,
  deps: PeopleDeps,
  order: SignInOrder,
  account: Account | null,
  guess: string,
): Promise<SignInOutcome> {
  await deps.attempts.settle(tx, guess, deps.clock.now());
  if (account !== null) {
    await writeDown(tx, deps, account.person, 'sign-in-refused', { address: order.from.address });
  }
  return { outcome: 'refused' };
}

import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  type VerifiedAuthenticationResponse,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { addressKey } from '../platform/address-key.ts';
import { writeDown } from './audited-act.ts';
import { beginSession } from './begin-session.ts';
import { countSignIn } from './count-guess.ts';
import type { Passkey } from './passkey.ts';
import { answeredChallenge, sendChallenge } from './passkey-challenge.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';
import type { SignInOutcome } from './sign-in.ts';

/** Asks a browser for any passkey of this desk; the passkey says whose it is. */
export async function askForPasskey(deps: PeopleDeps): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = await sendChallenge(deps, 'sign-in', {});
  const rpID = new URL(deps.origin).hostname;
  return generateAuthenticationOptions({ rpID, challenge, userVerification: 'required' });
}

export interface SignInByPasskeyOrder {
  /** What the browser made of the question; nothing about it is believed. */
  readonly response: unknown;
  readonly from: Whence;
  readonly replaces: string | null;
}

/** The passkey is the password and the code in one: neither is asked for. */
export async function signInByPasskey(deps: PeopleDeps, order: SignInByPasskeyOrder): Promise<SignInOutcome> {
  const { response, from, replaces } = order;
  const counted = await deps.inTransaction((tx) => countSignIn(tx, deps, 'passkey', addressKey(from.address)));
  if (counted.guess === null) return { outcome: 'too-many', seconds: counted.seconds };
  const asked = await answeredChallenge(deps, 'sign-in', response);
  const id = (response as { id?: unknown } | null)?.id;
  if (asked === null || typeof id !== 'string' || id.length > 1_400) return { outcome: 'refused' };
  const passkey = await deps.inTransaction((tx) => deps.passkeys.passkey(tx, id));
  if (passkey === null) return { outcome: 'refused' };
  const verified = await verify(deps, response, asked.challenge, passkey);

  return deps.inTransaction(async (tx) => {
    const now = await deps.passkeys.passkey(tx, passkey.id);
    const account = await deps.people.account(tx, passkey.person);
    if (account?.person.standing !== 'active') return { outcome: 'refused' };
    const newCounter = verified?.verified === true ? verified.authenticationInfo.newCounter : -1;
    // A copy of the key would count on by itself: of two that say the same number, one is no original.
    const isCounting = now !== null && (newCounter > now.counter || (newCounter === 0 && now.counter === 0));
    if (!isCounting) {
      await writeDown(tx, deps, account.person, 'sign-in-refused', { by: 'passkey', address: from.address });
      return { outcome: 'refused' };
    }
    await deps.passkeys.use(tx, passkey.id, newCounter, deps.clock.now());
    await deps.attempts.forgive(tx, 'passkey', addressKey(from.address));
    const token = await beginSession(tx, deps, { person: account.person, from, replaces, by: 'passkey' });
    return { outcome: 'signed-in', token };
  });
}

async function verify(
  { origin }: PeopleDeps,
  response: unknown,
  expectedChallenge: string,
  { id, publicKey, counter, person }: Passkey,
): Promise<VerifiedAuthenticationResponse | null> {
  try {
    const { userHandle } = (response as AuthenticationResponseJSON).response;
    const isOwn = userHandle === undefined || Buffer.from(userHandle, 'base64url').toString('utf8') === person;
    if (!isOwn) return null;
    return await verifyAuthenticationResponse({
      response: response as AuthenticationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
      requireUserVerification: true,
    });
  } catch {
    // The library throws at whatever a browser, or somebody who is none, sends wrongly: a refusal either way.
    return null;
  }
}

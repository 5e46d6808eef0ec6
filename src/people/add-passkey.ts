import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  type VerifiedRegistrationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { writeDown } from './audited-act.ts';
import { answeredChallenge, sendChallenge } from './passkey-challenge.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { type PeopleOutcome, refusedFor } from './refusal.ts';
import { LONGEST_NAME, lineRefusals } from './text-refusal.ts';

/** EdDSA, ES256, RS256 (COSE): every authenticator knows one, and the runtime knows all without an experiment. */
const ALGORITHMS = [-8, -7, -257];

/** Asks a browser to make a passkey: one that names its person by itself, and is used with a finger, a face or a PIN. */
export async function beginPasskey(deps: PeopleDeps, by: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const challenge = await sendChallenge(deps, 'register', { person: by.id });
  const known = await deps.inTransaction((tx) => deps.passkeys.passkeysOf(tx, by.id));
  const { hostname } = new URL(deps.origin);
  return generateRegistrationOptions({
    rpName: hostname,
    rpID: hostname,
    userName: by.email,
    userDisplayName: by.name,
    userID: new TextEncoder().encode(by.id),
    challenge,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
}

export interface AddPasskeyOrder {
  readonly by: Person;
  /** What the browser made of the question; nothing about it is believed. */
  readonly response: unknown;
  /** What its owner calls it. */
  readonly name: string;
}

export async function addPasskey(deps: PeopleDeps, order: AddPasskeyOrder): Promise<PeopleOutcome> {
  const { by, response } = order;
  const name = order.name.trim();
  const refusals = lineRefusals(name, 'name', LONGEST_NAME);
  if (refusals.length > 0) return refusedFor(...refusals);
  const asked = await answeredChallenge(deps, 'register', response);
  if (asked === null || asked.content['person'] !== by.id) return refusedFor({ reason: 'passkey-refused' });
  const verified = await verify(deps, response, asked.challenge);
  if (verified === null || !verified.verified) return refusedFor({ reason: 'passkey-refused' });

  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return deps.inTransaction(async (tx) => {
    if ((await deps.passkeys.passkey(tx, id)) !== null) return refusedFor({ reason: 'passkey-refused' });
    const kept = { id, person: by.id, publicKey: Buffer.from(publicKey).toString('base64url'), counter, name };
    const known = transports.filter((one) => /^[a-z-]{1,30}$/.test(one)).slice(0, 10);
    await deps.passkeys.add(tx, { ...kept, transports: known, createdAt: deps.clock.now(), usedAt: null });
    await writeDown(tx, deps, by, 'added-passkey', { name });
    return { ok: true };
  });
}

async function verify(
  { origin }: PeopleDeps,
  response: unknown,
  expectedChallenge: string,
): Promise<VerifiedRegistrationResponse | null> {
  try {
    return await verifyRegistrationResponse({
      response: response as RegistrationResponseJSON,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: new URL(origin).hostname,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    });
  } catch {
    // The library throws at whatever a browser, or somebody who is none, sends wrongly: a refusal either way.
    return null;
  }
}

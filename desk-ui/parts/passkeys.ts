import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { Json } from '../../src/desk/contract.ts';

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON'];
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON'];

/** Lets this device answer for its owner. @returns null when it did not, or the person thought better of it. */
export async function answerChallenge(options: Json): Promise<Json | null> {
  return startAuthentication({ optionsJSON: options as Request }).catch(() => null);
}

/** Lets this device make a passkey. @returns null when it did not. */
export async function makePasskey(options: Json): Promise<Json | null> {
  return startRegistration({ optionsJSON: options as Creation }).catch(() => null);
}

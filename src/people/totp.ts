import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../platform/instant.ts';
import type { Totp } from './account.ts';

const STEP_SECONDS = 30;

/** Base32 of 160 bits, as authenticator programs expect it. @see RFC 6238 */
export function newTotpSecret(randomBytes: (count: number) => Buffer): string {
  return new Secret({ buffer: new Uint8Array(randomBytes(20)).buffer }).base32;
}

/** What an authenticator program reads from a QR code. */
export function totpAddress(secret: string, issuer: string, account: string): string {
  return new TOTP({ secret, issuer, label: account, period: STEP_SECONDS }).toString();
}

/**
 * The time step that a code is for: this one, the one before or the one behind, as clocks differ. Null: it is not right,
 * or it is not newer than the last one taken.
 */
export function stepOf({ secret, lastStep }: Totp, code: string, at: Instant): number | null {
  const timestamp = Date.parse(at);
  const parsed = Secret.fromBase32(secret);
  const delta = TOTP.validate({ token: code, secret: parsed, timestamp, window: 1, period: STEP_SECONDS });
  if (delta === null) return null;
  const step = Math.floor(timestamp / 1_000 / STEP_SECONDS) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}

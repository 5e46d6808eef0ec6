import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** Codes that stand in for a lost device, each once. Only their SHA-256 is kept. */
export interface RecoveryCodeStore {
  /** The old ones stop working. */
  replace(tx: Tx, person: string, hashes: readonly string[]): Promise<void>;
  /** @returns false when there is no such code, or it was used. */
  use(tx: Tx, person: string, hash: string, at: Instant): Promise<boolean>;
  countLeft(tx: Tx, person: string): Promise<number>;
}

export const RECOVERY_CODES = 10;

const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Twelve characters without look-alikes, in threes of four: 59 bits, and the waiting between guesses does the rest. */
export function recoveryCodeFrom(random: Buffer): string {
  let code = '';
  for (const byte of random) {
    // What lies above the last whole alphabet would favour its first letters.
    if (byte >= alphabet.length * Math.floor(256 / alphabet.length)) continue;
    code += alphabet[byte % alphabet.length];
    if (code.length === 12) break;
  }
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** As somebody may type it: spaces, hyphens and capitals make no difference. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}

import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** A key that a person's device keeps, and that opens the desk without a password (WebAuthn). */
export interface Passkey {
  /** Base64url, as the authenticator names it. */
  readonly id: string;
  readonly person: string;
  /** COSE, base64url. */
  readonly publicKey: string;
  /** How often it was used, as the authenticator counts; stays 0 where it does not. */
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
  readonly createdAt: Instant;
  readonly usedAt: Instant | null;
}

export interface PasskeyStore {
  passkey(tx: Tx, id: string): Promise<Passkey | null>;
  /** Of one person, oldest first. */
  passkeysOf(tx: Tx, person: string): Promise<readonly Passkey[]>;
  add(tx: Tx, passkey: Passkey): Promise<void>;
  use(tx: Tx, id: string, counter: number, at: Instant): Promise<void>;
  remove(tx: Tx, id: string): Promise<void>;
  removeAll(tx: Tx, person: string): Promise<void>;
}

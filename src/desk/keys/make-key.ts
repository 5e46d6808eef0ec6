import type { InTransaction, Tx } from '../../database/transaction.ts';
import type { Clock } from '../../platform/clock.ts';
import { lineOfText } from '../../platform/text.ts';
import { type ApiKey, type KeyStore, keyHash, keyText, type Scope } from '../../published/api-key.ts';

export interface KeyDeps {
  readonly inTransaction: InTransaction;
  readonly keys: KeyStore;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly randomBytes: (size: number) => Buffer;
}

export interface KeyOrder {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly perMinute: number;
}

/** In UTF-16 units. */
const LONGEST_NAME = 200;

export interface MadeKey {
  readonly key: ApiKey;
  /** Nobody can read it again. */
  readonly text: string;
}

/**
 * Makes a key for somebody.
 *
 * @throws Fault TEXT_INVALID for a name that cannot be shown on a line.
 */
export async function makeKey(deps: KeyDeps, order: KeyOrder): Promise<MadeKey> {
  return deps.inTransaction((tx) => makeKeyWithin(tx, deps, order));
}

/** As makeKey, within what else is done. */
export async function makeKeyWithin(tx: Tx, deps: KeyDeps, order: KeyOrder): Promise<MadeKey> {
  const text = keyText(deps.randomBytes(32));
  const key: ApiKey = {
    id: deps.newId(),
    name: keyName(order.name),
    scopes: order.scopes,
    perMinute: order.perMinute,
    createdAt: deps.clock.now(),
    revokedAt: null,
  };
  await deps.keys.add(tx, key, keyHash(text));
  return { key, text };
}

/** @throws Fault TEXT_INVALID */
export function keyName(text: string): string {
  return lineOfText(text, 'name', LONGEST_NAME);
}

import type { InTransaction } from '../../database/transaction.ts';
import type { Clock } from '../../platform/clock.ts';
import { lineOfText } from '../../platform/text.ts';
import type { Scope } from '../operation.ts';
import { type ApiKey, type KeyStore, keyHash, keyText } from './key.ts';

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

/**
 * Makes a key for somebody.
 *
 * @returns its text too, which nobody can read again.
 * @throws Fault TEXT_INVALID for a name that cannot be shown on a line.
 */
export async function makeKey(
  deps: KeyDeps,
  order: KeyOrder,
): Promise<{ readonly key: ApiKey; readonly text: string }> {
  const text = keyText(deps.randomBytes(32));
  const key: ApiKey = {
    id: deps.newId(),
    name: lineOfText(order.name, 'name', LONGEST_NAME),
    scopes: order.scopes,
    perMinute: order.perMinute,
    createdAt: deps.clock.now(),
    revokedAt: null,
  };
  await deps.inTransaction((tx) => deps.keys.add(tx, key, keyHash(text)));
  return { key, text };
}

import type { Tx } from '../../database/transaction.ts';
import type { KeyDeps } from './make-key.ts';

type RevokeDeps = Pick<KeyDeps, 'inTransaction' | 'keys' | 'clock'>;

/** From now on the key is refused. @returns false where there is no such key, or it was revoked before. */
export async function revokeKey(deps: RevokeDeps, id: string): Promise<boolean> {
  return deps.inTransaction((tx) => revokeKeyWithin(tx, deps, id));
}

/** As revokeKey, within what else is done. */
export async function revokeKeyWithin(tx: Tx, { keys, clock }: RevokeDeps, id: string): Promise<boolean> {
  return keys.revoke(tx, id, clock.now());
}

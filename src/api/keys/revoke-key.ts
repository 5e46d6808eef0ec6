import type { KeyDeps } from './make-key.ts';

/** From now on the key is refused. @returns false where there is no such key, or it was revoked before. */
export async function revokeKey(
  { inTransaction, keys, clock }: Pick<KeyDeps, 'inTransaction' | 'keys' | 'clock'>,
  id: string,
): Promise<boolean> {
  return inTransaction((tx) => keys.revoke(tx, id, clock.now()));
}

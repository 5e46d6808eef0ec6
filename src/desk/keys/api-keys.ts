import type { ApiKey } from '../../published/api-key.ts';
import type { KeyDeps, KeyOrder, MadeKey } from './make-key.ts';

/** What may be done about keys. */
export interface ApiKeys {
  makeKey(order: KeyOrder): Promise<MadeKey>;
  /** Revoked ones too, newest last. */
  keys(): Promise<readonly ApiKey[]>;
  /** @returns false where no such key is in use. */
  revokeKey(id: string): Promise<boolean>;
}

/** Loaded when it is asked for: serving does without. */
export function apiKeys(deps: Omit<KeyDeps, 'keys'>): ApiKeys {
  const withStore = async (): Promise<KeyDeps> => ({ ...deps, keys: (await import('./key.store.ts')).keyStore() });
  return {
    async makeKey(order) {
      const { makeKey } = await import('./make-key.ts');
      return makeKey(await withStore(), order);
    },
    async keys() {
      const { keys } = await withStore();
      return deps.inTransaction((tx) => keys.all(tx));
    },
    async revokeKey(id) {
      const { revokeKey } = await import('./revoke-key.ts');
      return revokeKey(await withStore(), id);
    },
  };
}

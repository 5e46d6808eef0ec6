import type { Tx } from '../database/transaction.ts';

/** Who a person is to the organisation's own sign-in (OpenID Connect). */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

export interface IdentityStore {
  personOf(tx: Tx, identity: Identity): Promise<string | null>;
  isLinked(tx: Tx, person: string): Promise<boolean>;
  link(tx: Tx, identity: Identity, person: string): Promise<void>;
}

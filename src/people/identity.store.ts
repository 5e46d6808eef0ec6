import { inside } from '../database/schema.ts';
import type { IdentityStore } from './identity.ts';

export function identityStore(): IdentityStore {
  return {
    async personOf(tx, { issuer, subject }) {
      const row = await inside(tx)
        .selectFrom('oidc_identity')
        .select('person')
        .where('issuer', '=', issuer)
        .where('subject', '=', subject)
        .executeTakeFirst();
      return row?.person ?? null;
    },

    async isLinked(tx, person) {
      const row = await inside(tx)
        .selectFrom('oidc_identity')
        .select('person')
        .where('person', '=', person)
        .executeTakeFirst();
      return row !== undefined;
    },

    async link(tx, { issuer, subject }, person) {
      await inside(tx).insertInto('oidc_identity').values({ issuer, subject, person }).execute();
    },
  };
}

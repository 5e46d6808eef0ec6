import { inside } from '../../database/schema.ts';
import type { KeyStore } from '../../published/api-key.ts';
import { keyFrom } from '../../published/api-key-columns.query.ts';

export function keyStore(): KeyStore {
  return {
    async add(tx, key, hash) {
      await inside(tx)
        .insertInto('api_key')
        .values({
          ...{ id: key.id, name: key.name, hash, scopes: JSON.stringify(key.scopes), per_minute: key.perMinute },
          ...{ created_at: key.createdAt, revoked_at: key.revokedAt },
        })
        .execute();
    },

    async all(tx) {
      const rows = await inside(tx).selectFrom('api_key').selectAll().orderBy('created_at').orderBy('id').execute();
      return rows.map(keyFrom);
    },

    async revoke(tx, id, at) {
      const { numUpdatedRows } = await inside(tx)
        .updateTable('api_key')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
  };
}

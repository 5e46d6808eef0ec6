import { inside, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Passkey, PasskeyStore } from './passkey.ts';

export function passkeyStore(): PasskeyStore {
  return {
    async passkey(tx, id) {
      const row = await inside(tx).selectFrom('passkey').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : passkeyFrom(row);
    },

    async passkeysOf(tx, person) {
      const rows = await inside(tx)
        .selectFrom('passkey')
        .selectAll()
        .where('person', '=', person)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(passkeyFrom);
    },

    async add(tx, { id, person, publicKey, counter, transports, name, createdAt, usedAt }) {
      const kept = { id, person, counter, name, public_key: publicKey, transports: JSON.stringify(transports) };
      await inside(tx)
        .insertInto('passkey')
        .values({ ...kept, created_at: createdAt, used_at: usedAt })
        .execute();
    },

    async use(tx, id, counter, at) {
      await inside(tx).updateTable('passkey').set({ counter, used_at: at }).where('id', '=', id).execute();
    },

    async remove(tx, id) {
      await inside(tx).deleteFrom('passkey').where('id', '=', id).execute();
    },

    async removeAll(tx, person) {
      await inside(tx).deleteFrom('passkey').where('person', '=', person).execute();
    },
  };
}

function passkeyFrom(row: Tables['passkey']): Passkey {
  return {
    id: row.id,
    person: row.person,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports),
    name: row.name,
    createdAt: row.created_at as Instant,
    usedAt: row.used_at as Instant | null,
  };
}

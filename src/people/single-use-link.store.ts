import { inside, type NewsroomHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { LinkStore } from './single-use-link.ts';

export function linkStore(): LinkStore {
  return {
    async ofHash(tx, hash) {
      const row = await inside(tx)
        .selectFrom('single_use_link')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst();
      if (row === undefined) return null;
      return {
        purpose: row.purpose,
        person: row.person,
        createdAt: row.created_at as Instant,
        expiresAt: row.expires_at as Instant,
        usedAt: row.used_at as Instant | null,
      };
    },

    async replace(tx, hash, { purpose, person, createdAt, expiresAt, usedAt }) {
      await takeBack(inside(tx), person);
      await inside(tx)
        .insertInto('single_use_link')
        .values({ hash, purpose, person, created_at: createdAt, expires_at: expiresAt, used_at: usedAt })
        .execute();
    },

    async use(tx, hash, at) {
      await inside(tx).updateTable('single_use_link').set({ used_at: at }).where('hash', '=', hash).execute();
    },

    takeBack: (tx, person) => takeBack(inside(tx), person),

    async forgetSpent(tx, now, limit) {
      const spent = inside(tx)
        .selectFrom('single_use_link')
        .select('hash')
        .where((row) => row.or([row('used_at', 'is not', null), row('expires_at', '<=', now)]))
        .limit(limit);
      const { numDeletedRows } = await inside(tx)
        .deleteFrom('single_use_link')
        .where('hash', 'in', spent)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function takeBack(db: NewsroomHandle, person: string | null): Promise<void> {
  const unused = db.deleteFrom('single_use_link').where('used_at', 'is', null);
  await (person === null ? unused.where('person', 'is', null) : unused.where('person', '=', person)).execute();
}

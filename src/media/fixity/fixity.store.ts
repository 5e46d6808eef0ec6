import { sql } from 'kysely';
import { inside, type NewsroomHandle } from '../../database/schema.ts';
import type { FixityStore, KeptOriginal } from './fixity.ts';

const NAME = 'originals';

export function fixityStore(db: NewsroomHandle): FixityStore {
  return {
    async originals(after, limit) {
      // Each of the two by its own index: together they would be sorted whole for each step.
      const shown = await db
        .selectFrom('asset')
        .select(['hash', 'bytes'])
        .where('hash', '>', after)
        .orderBy('hash')
        .limit(limit)
        .execute();
      const atDesk = await db
        .selectFrom('picture')
        .select(['hash', 'bytes'])
        .distinct()
        .where('hash', '>', after)
        .orderBy('hash')
        .limit(limit)
        .execute();
      const byHash = new Map<string, KeptOriginal>();
      for (const { hash, bytes } of [...shown, ...atDesk])
        if (hash !== null && bytes !== null) byHash.set(hash, { hash, bytes });
      return [...byHash.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1)).slice(0, limit);
    },

    async count() {
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from (
          select hash from asset where hash is not null union select hash from picture
        ) as kept`.execute(db);
      return Number(rows[0]?.count ?? 0);
    },

    async claim(tx, now, until) {
      const row = await inside(tx).selectFrom('upkeep').select('due_at').where('name', '=', NAME).executeTakeFirst();
      if (row !== undefined && row.due_at > now) return false;
      await inside(tx)
        .insertInto('upkeep')
        .values({ name: NAME, place: 0, due_at: until, finished_at: null })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ due_at: until }))
        .execute();
      return true;
    },

    async settle(tx, dueAt, finishedAt) {
      const done = finishedAt === null ? {} : { finished_at: finishedAt };
      await inside(tx)
        .updateTable('upkeep')
        .set({ due_at: dueAt, ...done })
        .where('name', '=', NAME)
        .execute();
    },
  };
}

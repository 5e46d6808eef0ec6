import { sql } from 'kysely';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';
import { currentEdition } from '../../published/current-edition.query.ts';
import type { LostLink, LostLinkStore } from './lost-link.ts';

const NAME = 'lost-links';

export function lostLinkStore(): LostLinkStore {
  return {
    async claim(tx, now, until) {
      const row = await inside(tx).selectFrom('upkeep').selectAll().where('name', '=', NAME).executeTakeFirst();
      if (row !== undefined && row.due_at > now) return null;
      await inside(tx)
        .insertInto('upkeep')
        .values({ name: NAME, place: 0, due_at: until, finished_at: null })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ due_at: until }))
        .execute();
      return row?.place ?? 0;
    },

    async texts(tx, place, limit) {
      const rows = await inside(tx)
        .selectFrom('language_version as version')
        .innerJoin('edition', currentEdition)
        .select(['version.release', 'version.locale', 'version.sequence', 'edition.body', 'edition.notes'])
        .where('version.sequence', '>', place)
        .where('version.standing', '<>', 'retracted')
        .orderBy('version.sequence')
        .limit(limit)
        .execute();
      return rows.map(({ body, notes, ...text }) => ({ ...text, html: `${body}${notes ?? ''}` }));
    },

    async keep(tx, texts, lost, at) {
      if (texts.length > 0) {
        const looked = texts.map(({ release, locale }) => sql`(${release}, ${locale})`);
        await sql`delete from lost_link where (release, locale) in (values ${sql.join(looked)})`.execute(inside(tx));
      }
      const rows = lost.map(({ release, locale, target }) => ({ release, locale, target, found_at: at }));
      if (rows.length > 0) await inside(tx).insertInto('lost_link').values(rows).execute();
    },

    async goOn(tx, { place, dueAt, finishedAt }) {
      const done = finishedAt === null ? {} : { finished_at: finishedAt };
      await inside(tx)
        .updateTable('upkeep')
        .set({ place, due_at: dueAt, ...done })
        .where('name', '=', NAME)
        .execute();
    },
  };
}

/** What was found, newest text first, and when everything was last looked at; of texts that readers can still read. */
export async function lostLinks(
  tx: Tx,
  limit: number,
): Promise<{ readonly links: readonly LostLink[]; readonly lookedAt: Instant | null }> {
  const links = await inside(tx)
    .selectFrom('lost_link as lost')
    .innerJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'lost.release').onRef('version.locale', '=', 'lost.locale'),
    )
    .leftJoin('edition', currentEdition)
    .select(['lost.release', 'lost.locale', 'lost.target', sql<string>`coalesce(edition.headline, '')`.as('headline')])
    .where('version.standing', '<>', 'retracted')
    .orderBy('version.sequence', 'desc')
    .orderBy('lost.target')
    .limit(limit)
    .execute();
  const row = await inside(tx).selectFrom('upkeep').select('finished_at').where('name', '=', NAME).executeTakeFirst();
  return { links, lookedAt: (row?.finished_at ?? null) as Instant | null };
}

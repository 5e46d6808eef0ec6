import { sql } from 'kysely';
import { inside, type Tables } from '../../database/schema.ts';
import type { Instant } from '../../platform/instant.ts';
import type { Remark, RemarkStore } from './remark.ts';

const MOST_OF_TEXT = 500;
const MOST_OF_LINK = 200;

export function remarkStore(): RemarkStore {
  return {
    async add(tx, { id, link, release, locale, on, madeAt, name, words, paragraph, settled }) {
      const text = { release, locale, edition: on.edition, revision: on.revision, content_hash: on.contentHash };
      const answered = { settled_by: settled?.by ?? null, settled_at: settled?.at ?? null };
      await inside(tx)
        .insertInto('remark')
        .values({
          id,
          link,
          ...text,
          made_at: madeAt,
          name,
          words,
          paragraph,
          ...answered,
          answer: settled?.answer ?? null,
        })
        .execute();
    },

    async ofId(tx, id) {
      const row = await inside(tx).selectFrom('remark').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : remarkFrom(row);
    },

    async ofText(tx, release, locale) {
      const rows = inside(tx).selectFrom('remark').selectAll().where('release', '=', release);
      const newest = rows.where('locale', '=', locale).orderBy('made_at', 'desc').orderBy('id', 'desc');
      return (await newest.limit(MOST_OF_TEXT).execute()).map(remarkFrom);
    },

    async ofLink(tx, link) {
      const rows = inside(tx).selectFrom('remark').selectAll().where('link', '=', link);
      const newest = rows.orderBy('made_at', 'desc').orderBy('id', 'desc').limit(MOST_OF_LINK);
      return (await newest.execute()).map(remarkFrom);
    },

    async countSince(tx, link, since) {
      const rows = inside(tx).selectFrom('remark').where('link', '=', link).where('made_at', '>=', since);
      return Number((await rows.select(sql<number>`count(*)`.as('count')).executeTakeFirst())?.count ?? 0);
    },

    async settle(tx, id, { by, at, answer }) {
      const open = inside(tx)
        .updateTable('remark')
        .set({ settled_by: by, settled_at: at, answer })
        .where('id', '=', id);
      await open.where('settled_at', 'is', null).execute();
    },
  };
}

function remarkFrom(row: Tables['remark']): Remark {
  const { settled_by: by, settled_at: at, answer } = row;
  return {
    ...{ id: row.id, link: row.link, release: row.release, locale: row.locale },
    on: { edition: row.edition, revision: row.revision, contentHash: row.content_hash },
    ...{ madeAt: row.made_at as Instant, name: row.name, words: row.words, paragraph: row.paragraph },
    settled: by === null || at === null || answer === null ? null : { by, at: at as Instant, answer },
  };
}

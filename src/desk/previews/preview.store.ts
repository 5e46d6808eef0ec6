import { sql } from 'kysely';
import { inside, type Tables } from '../../database/schema.ts';
import type { Instant } from '../../platform/instant.ts';
import type { PreviewLink, PreviewStore } from './preview.ts';

const MOST_LINKS = 100;

export function previewStore(): PreviewStore {
  const one = async (row: Promise<Tables['preview_link'] | undefined>) => {
    const found = await row;
    return found === undefined ? null : linkFrom(found);
  };
  return {
    async add(tx, link, hash) {
      const { id, release, locale } = link;
      const times = { created_at: link.createdAt, expires_at: link.expiresAt, revoked_at: link.revokedAt };
      await inside(tx)
        .insertInto('preview_link')
        .values({
          hash,
          id,
          release,
          locale,
          created_by: link.createdBy,
          question: link.review?.question ?? null,
          ...times,
        })
        .execute();
    },

    ofHash: (tx, hash) =>
      one(inside(tx).selectFrom('preview_link').selectAll().where('hash', '=', hash).executeTakeFirst()),
    ofId: (tx, id) => one(inside(tx).selectFrom('preview_link').selectAll().where('id', '=', id).executeTakeFirst()),

    async ofText(tx, release, locale) {
      const rows = await inside(tx)
        .selectFrom('preview_link')
        .selectAll()
        .select((row) =>
          row
            .selectFrom('preview_opening')
            .select(sql<number>`count(*)`.as('count'))
            .whereRef('preview_opening.link', '=', 'preview_link.id')
            .as('openings'),
        )
        .where('release', '=', release)
        .where('locale', '=', locale)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOST_LINKS)
        .execute();
      return rows.map((row) => ({ ...linkFrom(row), openings: row.openings ?? 0 }));
    },

    async revoke(tx, id, at) {
      await inside(tx)
        .updateTable('preview_link')
        .set({ revoked_at: at })
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .execute();
    },

    async addOpening(tx, opening) {
      await inside(tx).insertInto('preview_opening').values(opening).execute();
    },
  };
}

function linkFrom(row: Tables['preview_link']): PreviewLink {
  return {
    id: row.id,
    release: row.release,
    locale: row.locale,
    createdBy: row.created_by,
    createdAt: row.created_at as Instant,
    expiresAt: row.expires_at as Instant,
    revokedAt: row.revoked_at as Instant | null,
    review: row.question === null ? null : { question: row.question },
  };
}

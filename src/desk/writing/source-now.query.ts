import { type Expression, sql } from 'kysely';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { isStale } from '../../releases/staleness.ts';
import type { TextNamed } from '../contract.ts';
import { isReadable } from './readable-drafts.query.ts';

/** Columns of a draft joined as `source`: its edition and revision as they stand without what was discarded of it. */
export function sourceNow() {
  const begun = sql<number>`(select min(revision) from draft_revision as kept
    where kept.release = source.release and kept.locale = source.locale and kept.edition = source.edition)`;
  const withoutDiscarded = (now: Expression<number>, before: Expression<number>) =>
    sql<number | null>`case when source.discarded_at is null then ${now} else ${before} end`;
  return [
    withoutDiscarded(sql`source.edition`, sql`source.edition - 1`).as('source_has'),
    withoutDiscarded(sql`source.revision`, sql`${begun} - 1`).as('source_is_at'),
  ] as const;
}

/** Where all of a source was discarded, its edition is 0: nothing is behind that. */
export function sourceNowIn(row: { readonly source_has: number | null; readonly source_is_at: number | null }) {
  const { source_has: edition, source_is_at: revision } = row;
  return edition === null || revision === null ? null : { edition, revision };
}

/** Which of these public texts are behind what they translate, as far as somebody may know of work on that. */
export async function behindInPublic<Text extends TextNamed>(
  tx: Tx,
  person: Person,
  texts: readonly Text[],
): Promise<ReadonlySet<Text>> {
  if (texts.length === 0) return new Set();
  const releases = [...new Set(texts.map(({ release }) => release))];
  const rows = await inside(tx)
    .selectFrom('draft')
    .innerJoin('draft_release', 'draft_release.id', 'draft.release')
    .innerJoin('draft as source', (join) =>
      join.onRef('source.release', '=', 'draft.release').onRef('source.locale', '=', 'draft.source_locale'),
    )
    .select(['draft.release', 'draft.locale', 'draft.state', ...sourceNow()])
    .select(['draft.source_edition', 'draft.source_revision'])
    .select(['draft.public_source_edition', 'draft.public_source_revision'])
    .where('draft.release', 'in', releases)
    .where((row) => isReadable(row, person))
    .execute();
  const behind = new Set<string>();
  for (const row of rows) {
    const isPublic = row.state === 'published';
    const edition = isPublic ? row.source_edition : (row.public_source_edition ?? row.source_edition);
    const revision = isPublic ? row.source_revision : (row.public_source_revision ?? row.source_revision);
    const source = edition === null || revision === null ? null : { edition, revision };
    if (isStale(source, sourceNowIn(row))) behind.add(`${row.release} ${row.locale}`);
  }
  return new Set(texts.filter(({ release, locale }) => behind.has(`${release} ${locale}`)));
}

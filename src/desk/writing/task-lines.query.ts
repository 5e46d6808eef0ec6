import { sql } from 'kysely';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { rights } from '../../people/rights.ts';
import { currentEdition } from '../../published/current-edition.query.ts';
import type { TaskSeen } from '../contract.ts';
import { isKeptFrom } from './readable-drafts.query.ts';

/** What a correction left somebody to do: the open tasks in the offices and languages that they translate for, oldest first. */
export async function taskLines(tx: Tx, person: Person, limit: number): Promise<TaskSeen[]> {
  const translators: readonly string[] = rights.translate;
  const own = person.assignments.filter(({ role }) => translators.includes(role));
  const rows = await inside(tx)
    .selectFrom('task')
    .innerJoin('draft_release', 'draft_release.id', 'task.release')
    .leftJoin('draft', (join) =>
      join.onRef('draft.release', '=', 'task.release').onRef('draft.locale', '=', 'task.locale'),
    )
    .leftJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'task.release').onRef('version.locale', '=', 'task.locale'),
    )
    .leftJoin('edition', currentEdition)
    .select(['task.release', 'task.locale', 'task.kind', 'task.source_locale', 'task.opened_at'])
    .select(
      sql<string>`coalesce(case when draft.discarded_at is null then draft.headline end, edition.headline, '')`.as(
        'headline',
      ),
    )
    .where('task.done_at', 'is', null)
    .where((row) =>
      row.or(
        own.map(({ office, locale }) =>
          row.and([
            office === null ? row.lit(true) : row('draft_release.office', '=', office),
            locale === null ? row.lit(true) : row('task.locale', '=', locale),
          ]),
        ),
      ),
    )
    .where((row) => row.not(isKeptFrom(row, person)))
    // A text that was thrown away before it was public follows nothing.
    .where((row) => row.or([row('draft.discarded_at', 'is', null), row('draft.edition', '>', 1)]))
    .orderBy('task.opened_at')
    .orderBy('task.id')
    .limit(limit)
    .execute();
  return rows.map(({ release, locale, kind, headline, source_locale: sourceLocale, opened_at: openedAt }) => {
    return { release, locale, kind, headline, sourceLocale, openedAt };
  });
}

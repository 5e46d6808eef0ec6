import type { PublishedHandle } from '../database/schema.ts';
import { referenceFrom } from './columns.query.ts';
import type { Published } from './published.ts';

/** The text that the ledger keeps an address for. */
export async function textAt(db: PublishedHandle, path: string): ReturnType<Published['pathLeadsTo']> {
  const row = await db
    .selectFrom('path_ledger')
    .innerJoin('release', 'release.id', 'path_ledger.release')
    .innerJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'path_ledger.release').onRef('version.locale', '=', 'path_ledger.locale'),
    )
    .select([
      'release.office',
      'release.reference_year',
      'release.reference_number',
      'path_ledger.locale',
      'version.slug',
    ])
    .where('path_ledger.path', '=', path)
    .executeTakeFirst();
  return row === undefined ? null : { reference: referenceFrom(row), locale: row.locale, slug: row.slug };
}

import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { formatReference, type Reference } from '../../published/reference.ts';

/** References of releases by their ids; a release that was never public has none. */
export async function referencesOf(tx: Tx, releases: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(releases)];
  if (ids.length === 0) return new Map();
  const rows = await inside(tx)
    .selectFrom('release')
    .select(['id', 'office', 'reference_year as year', 'reference_number as number'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, ...reference }) => [id, formatReference(reference)]));
}

/** The release that has a reference; null when none was ever given it. */
export async function releaseOf(tx: Tx, { office, year, number }: Reference): Promise<string | null> {
  const row = await inside(tx)
    .selectFrom('release')
    .select('id')
    .where('office', '=', office)
    .where('reference_year', '=', year)
    .where('reference_number', '=', number)
    .executeTakeFirst();
  return row?.id ?? null;
}

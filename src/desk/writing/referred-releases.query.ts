import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { type BegunReference, begunReferences } from '../../published/begun-reference.ts';

/** Of the releases whose reference begins as written, as many of the newest are looked at: `HQ` may begin all there are. */
const MAX_REFERRED = 1_000;

/** And of each office so many at least: a page of a list must not leave one out. */
const MIN_OF_OFFICE = 50;

/**
 * Releases whose reference is, or begins, like a text that somebody searches for.
 *
 * @param only those of these offices; null: of any.
 */
export async function referredReleases(
  tx: Tx,
  search: string,
  only: readonly string[] | null,
): Promise<readonly string[]> {
  const offices = await inside(tx).selectFrom('office').select('code').orderBy('position').execute();
  const codes = offices.map(({ code }) => code);
  const begun = begunReferences(search, codes).filter(({ office }) => only === null || only.includes(office));
  const limit = Math.max(MIN_OF_OFFICE, Math.ceil(MAX_REFERRED / Math.max(1, begun.length)));
  const releases: string[] = [];
  // Office by office: each is one walk down the end of the index on references.
  for (const one of begun) releases.push(...(await newestOf(tx, one, limit)));
  return releases;
}

async function newestOf(tx: Tx, { office, fromYear, toYear, number }: BegunReference, limit: number) {
  let query = inside(tx)
    .selectFrom('release')
    .select('id')
    .where('office', '=', office)
    .where('reference_year', '>=', fromYear)
    .where('reference_year', '<=', toYear);
  if (number !== null) query = query.where('reference_number', '=', number);
  const newest = query.orderBy('reference_year', 'desc').orderBy('reference_number', 'desc').limit(limit);
  return (await newest.execute()).map(({ id }) => id);
}

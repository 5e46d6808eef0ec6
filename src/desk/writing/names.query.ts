import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { currentEdition } from '../../published/current-edition.query.ts';
import type { TextNamed } from '../contract.ts';

/** Names of people by their ids; whoever is not found is left out. */
export async function namesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const wanted = [...new Set(ids)];
  const rows = await inside(tx).selectFrom('person').select(['id', 'name']).where('id', 'in', wanted).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Names of bundles by their ids. */
export async function bundleNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await inside(tx).selectFrom('bundle').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Headlines of what is public of a release, by language; of what was retracted there is none. */
export async function publicHeadlines(tx: Tx, release: string): Promise<ReadonlyMap<string, string>> {
  const rows = await inside(tx)
    .selectFrom('language_version as version')
    .innerJoin('edition', currentEdition)
    .select(['version.locale', 'edition.headline'])
    .where('version.release', '=', release)
    .execute();
  return new Map(rows.map(({ locale, headline }) => [locale, headline]));
}

/** Headlines of texts at the desk, by `release locale`. */
export async function headlinesOf(tx: Tx, texts: readonly TextNamed[]): Promise<ReadonlyMap<string, string>> {
  if (texts.length === 0) return new Map();
  const releases = [...new Set(texts.map(({ release }) => release))];
  const drafts = inside(tx).selectFrom('draft').select(['release', 'locale', 'headline']);
  const rows = await drafts.where('release', 'in', releases).execute();
  return new Map(rows.map(({ release, locale, headline }) => [`${release} ${locale}`, headline]));
}

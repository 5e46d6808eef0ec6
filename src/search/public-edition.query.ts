import type { Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type { PublishedTables } from '../database/schema.ts';
import { formatReference } from '../published/reference.ts';
import type { PublicEdition } from './public-edition.ts';
import type { Content } from './query.ts';

/** Either half may ask. */
export type TableReads = Pick<ReadonlyKysely<PublishedTables> | Kysely<PublishedTables>, 'selectFrom'>;

/** Editions that readers may find, with a sequence above `after`, ascending: those that are current, of texts not retracted. */
export async function editionsAfter(db: TableReads, after: number, limit: number): Promise<PublicEdition[]> {
  const rows = await selectEditions(db)
    .where('edition.sequence', '>', after)
    .orderBy('edition.sequence')
    .limit(limit)
    .execute();
  return withPictures(db, rows);
}

/** Every edition that is still there with a sequence above `after` and up to `last`, ascending, earlier ones too. */
export async function editionsBetween(
  db: TableReads,
  after: number,
  last: number,
  limit: number,
): Promise<(PublicEdition & { readonly isCurrent: boolean })[]> {
  const rows = await selectAnyEditions(db)
    .where('edition.sequence', '>', after)
    .where('edition.sequence', '<=', last)
    .orderBy('edition.sequence')
    .limit(limit)
    .execute();
  const editions = await withPictures(db, rows);
  return editions.map((edition, at) => ({ ...edition, isCurrent: rows[at]?.number === rows[at]?.current }));
}

/** Every edition of one text, earlier ones too. */
export async function editionsOf(db: TableReads, release: string, locale: string): Promise<PublicEdition[]> {
  const rows = await selectAnyEditions(db)
    .where('edition.release', '=', release)
    .where('edition.locale', '=', locale)
    .execute();
  return withPictures(db, rows);
}

function selectEditions(db: TableReads) {
  return selectAnyEditions(db).whereRef('edition.number', '=', 'version.edition');
}

function selectAnyEditions(db: TableReads) {
  return (db as ReadonlyKysely<PublishedTables>)
    .selectFrom('edition')
    .innerJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'edition.release').onRef('version.locale', '=', 'edition.locale'),
    )
    .innerJoin('release', 'release.id', 'edition.release')
    .select(['edition.sequence', 'edition.number', 'edition.locale', 'edition.headline', 'edition.kicker'])
    .select(['edition.summary', 'edition.place', 'edition.body', 'edition.notes', 'edition.pictures'])
    .select([
      'version.edition as current',
      'version.sequence as version_sequence',
      'version.published_at',
      'version.day',
    ])
    .select(['release.sequence as release_sequence', 'release.office', 'release.type', 'release.countries'])
    .select(['release.topics', 'release.reference_year', 'release.reference_number']);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectAnyEditions>['execute']>>[number];

async function withPictures(db: TableReads, rows: readonly Row[]): Promise<PublicEdition[]> {
  const shown = rows.map((row) => (row.pictures === '[]' ? [] : (JSON.parse(row.pictures) as StoredPicture[])));
  const ids = [...new Set(shown.flat().map((picture) => picture.asset))];
  const creators = new Map<string, readonly (string | null)[]>();
  for (let from = 0; from < ids.length; from += 500) {
    const assets = await (db as ReadonlyKysely<PublishedTables>)
      .selectFrom('asset')
      .select(['id', 'creator', 'agency', 'credit'])
      .where('id', 'in', ids.slice(from, from + 500))
      .execute();
    // A credit line holds both where it is there.
    for (const { id, creator, agency, credit } of assets)
      creators.set(id, credit === null ? [creator, agency] : [credit]);
  }
  return rows.map((row, place) => editionFrom(row, shown[place] ?? [], creators));
}

interface StoredPicture {
  readonly asset: string;
  readonly alt: string;
  readonly caption: string | null;
}

const DAY_MS = 86_400_000;

const HAS_PICTURE = JSON.stringify(['picture' satisfies Content]);

function editionFrom(
  row: Row,
  pictures: readonly StoredPicture[],
  creators: ReadonlyMap<string, readonly (string | null)[]>,
): PublicEdition {
  const { locale, headline, kicker, summary, place, body, notes, office, type, countries, topics } = row;
  const named = pictures.flatMap(({ asset, alt, caption }) => [caption, alt, ...(creators.get(asset) ?? [])]);
  const reference = formatReference({ office, year: row.reference_year, number: row.reference_number });
  return {
    facts: {
      ...{ id: row.sequence, release: row.release_sequence, version: row.version_sequence },
      ...{ locale, office, type, countries, topics },
      publishedAt: Date.parse(row.published_at),
      day: Date.parse(`${row.day}T00:00:00Z`) / DAY_MS,
      has: pictures.length > 0 ? HAS_PICTURE : '[]',
      isFirst: row.number === 1,
    },
    words: {
      ...{ locale, reference, headline, kicker, summary, place, body, notes },
      pictures: named.filter((text): text is string => text !== null && text !== ''),
    },
  };
}

import type { PublishedHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { assetsOf } from './asset.query.ts';
import { changeFrom, picturesOf, referenceFrom, timeFrom } from './columns.query.ts';
import { listed, runCompiled } from './compile-once.query.ts';
import { currentEdition } from './current-edition.query.ts';
import { offered } from './item.query.ts';
import type { ReleaseType } from './list.ts';
import type { ListItem } from './published-release.ts';

/** A text that was found, as a line of a list, and the HTML that its words stand in. */
export interface FoundText {
  /** Sequence of the edition. */
  readonly edition: number;
  readonly item: ListItem;
  readonly body: string;
  readonly notes: string | null;
}

/**
 * Texts by the sequence of their edition, in this order; what has gone since is left out.
 *
 * @param editions at most LONGEST_LIST.
 * @param locale the reader’s.
 */
export async function foundTexts(
  db: PublishedHandle,
  editions: readonly number[],
  locale: Locale,
): Promise<readonly FoundText[]> {
  if (editions.length === 0) return [];
  const rows = await foundRows(db, editions);
  const ids = [...new Set(rows.map((row) => row.id))];
  if (ids.length === 0) return [];
  const versions = await versionRows(db, ids);
  versions.sort((one, other) => one.sequence - other.sequence);
  const firstPictures = rows.flatMap((row) => picturesOf(row)[0]?.asset ?? []);
  const assets = await assetsOf(db, firstPictures);
  const found = rows.map((row): FoundText => {
    const [picture] = picturesOf(row);
    const asset = picture === undefined ? undefined : assets.get(picture.asset);
    const { kicker, headline, summary } = row;
    const item = {
      release: row.id,
      reference: referenceFrom(row),
      type: row.type as ReleaseType,
      office: row.office,
      countries: JSON.parse(row.countries),
      topics: JSON.parse(row.topics),
      sequence: row.version_sequence,
      published: timeFrom(row),
      textDay: row.day,
      locale: row.locale,
      isFallback: row.locale !== locale,
      slug: row.slug,
      standing: row.standing,
      text: {
        ...{ kicker, headline, summary },
        picture: picture === undefined || asset === undefined ? null : { ...picture, asset },
      },
      changedAt: row.changed_at as Instant,
      change: changeFrom({ ...row, published_at: row.edition_published_at }),
      languages: versions.filter((version) => version.release === row.id).map(offered),
    } as unknown as ListItem;
    return { edition: row.edition_sequence, item, body: row.body, notes: row.notes };
  });
  return editions.flatMap((edition) => found.find((one) => one.edition === edition) ?? []);
}

function foundRows(db: PublishedHandle, editions: readonly number[]) {
  const { names, values } = listed('edition', editions);
  return runCompiled(db, `found ${names.length}`, values, (slot) =>
    db
      .selectFrom('edition')
      .innerJoin('language_version as version', currentEdition)
      .innerJoin('release', 'release.id', 'edition.release')
      .select(['release.id', 'release.office', 'release.type', 'release.reference_year', 'release.reference_number'])
      .select(['release.countries', 'release.topics'])
      .select(['version.locale', 'version.slug', 'version.standing', 'version.changed_at', 'version.day'])
      .select(['version.published_at', 'version.precision', 'version.sequence as version_sequence'])
      .select(['edition.number', 'edition.kicker', 'edition.headline', 'edition.summary', 'edition.body'])
      .select(['edition.notes', 'edition.pictures', 'edition.change_kind', 'edition.change_note'])
      .select(['edition.published_at as edition_published_at', 'edition.sequence as edition_sequence'])
      .where(
        'edition.sequence',
        'in',
        names.map((name) => slot<number>(name)),
      ),
  );
}

function versionRows(db: PublishedHandle, releases: readonly string[]) {
  const { names, values } = listed('release', releases);
  return runCompiled(db, `languages of ${names.length}`, values, (slot) =>
    db
      .selectFrom('language_version')
      .select(['release', 'locale', 'slug', 'standing', 'sequence'])
      .where(
        'release',
        'in',
        names.map((name) => slot<string>(name)),
      ),
  );
}

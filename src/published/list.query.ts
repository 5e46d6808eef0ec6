import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { assetsOf } from './asset.query.ts';
import { runCompiled } from './compile-once.query.ts';
import type { ReleaseType } from './list.ts';
import type { Change, LanguageOffered, ListItem, PublishedAsset } from './published-release.ts';
import type { PlaceKey } from './spans.ts';

/** A stretch of one list: from `from` up to but not including `until` (null: to the end), newest first. */
export interface Stretch {
  readonly list: string;
  readonly scope: string;
  readonly from: PlaceKey;
  readonly until: PlaceKey | null;
  /** Only items of this civil year. */
  readonly year: number | null;
  readonly limit: number;
}

/** In which languages to show a release: the reader's, else the organisation's, else the one it was first issued in. */
export interface Preference {
  readonly locale: Locale;
  readonly fallback: Locale;
}

export async function itemsOf(db: PublishedHandle, stretch: Stretch, shown: Preference): Promise<ListItem[]> {
  const rows = await itemRows(db, stretch, shown);
  if (rows.length === 0) return [];
  const releases = rows.map((row) => row.release);
  const [languages, assets] = await Promise.all([
    languagesOf(db, releases),
    assetsOf(
      db,
      rows.flatMap((row) => firstPicture(row.pictures)?.asset ?? []),
    ),
  ]);
  return rows.map((row) => itemFrom(row, stretch.scope, shown.locale, languages.get(row.release) ?? [], assets));
}

type ItemRow = Awaited<ReturnType<typeof itemRows>>[number];

function itemRows(db: PublishedHandle, stretch: Stretch, { locale, fallback }: Preference) {
  const { list, scope, from, until, year, limit } = stretch;
  const isAny = scope === 'any';
  const values = {
    ...{ list, scope, locale, fallback, limit, fromAt: from.at, from: from.sequence },
    ...{ untilAt: until?.at, until: until?.sequence },
    ...{ firstDay: `${yearText(year ?? 1)}-01-01`, lastDay: `${yearText(year ?? 1)}-12-31` },
  };
  const shape = `items ${isAny} ${until === null} ${year === null}`;
  return runCompiled(db, shape, values, (slot) => {
    let query = itemQuery(db, slot('locale'), slot('fallback'))
      .where('placement.list', '=', slot<string>('list'))
      .where('placement.scope', '=', slot<string>('scope'))
      .where(sql<boolean>`(placement.published_at, placement.sequence) >= (${slot('fromAt')}, ${slot('from')})`)
      .limit(slot<number>('limit'));
    if (until !== null) {
      query = query.where(
        sql<boolean>`(placement.published_at, placement.sequence) < (${slot('untilAt')}, ${slot('until')})`,
      );
    }
    if (year === null) return query;
    const day = isAny ? 'release.day' : 'version.day';
    return query.where(day, '>=', slot<string>('firstDay')).where(day, '<=', slot<string>('lastDay'));
  });
}

/** Newest first, each release in the best language there is. */
function itemQuery(db: PublishedHandle, locale: string, fallback: string) {
  const best = sql<string>`(select best.locale from language_version as best where best.release = placement.release
    order by case best.locale when ${locale} then 0 when ${fallback} then 1 else 2 end, best.sequence limit 1)`;
  return db
    .selectFrom('placement')
    .innerJoin('release', 'release.id', 'placement.release')
    .innerJoin('language_version as version', (join) =>
      join.onRef('version.release', '=', 'placement.release').on('version.locale', '=', best),
    )
    .leftJoin('edition', (join) =>
      join
        .onRef('edition.release', '=', 'version.release')
        .onRef('edition.locale', '=', 'version.locale')
        .onRef('edition.number', '=', 'version.edition'),
    )
    .select([
      'placement.release',
      'placement.published_at',
      'placement.sequence',
      'release.office',
      'release.type',
      'release.reference_year',
      'release.reference_number',
      'release.countries',
      'release.topics',
      'release.day as release_day',
      'release.precision as release_precision',
      'version.locale',
      'version.slug',
      'version.standing',
      'version.day',
      'version.precision',
      'version.changed_at',
      'edition.number',
      'edition.kicker',
      'edition.headline',
      'edition.summary',
      'edition.pictures',
      'edition.change_kind',
      'edition.change_note',
      'edition.published_at as edition_at',
    ])
    .orderBy('placement.published_at', 'desc')
    .orderBy('placement.sequence', 'desc');
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

export async function languagesOf(
  db: PublishedHandle,
  releases: readonly string[],
): Promise<Map<string, LanguageOffered[]>> {
  const rows = await runCompiled(db, `languages ${releases.length}`, { ...releases }, (slot) =>
    db
      .selectFrom('language_version')
      .select(['release', 'locale', 'slug', 'standing', 'sequence'])
      .where(
        'release',
        'in',
        [...releases.keys()].map((index) => slot<string>(String(index))),
      ),
  );
  rows.sort((one, other) => one.sequence - other.sequence);
  const languages = new Map<string, LanguageOffered[]>();
  for (const { release, locale, slug, standing } of rows) {
    const known = languages.get(release);
    if (known === undefined) languages.set(release, [{ locale, slug, standing }]);
    else known.push({ locale, slug, standing });
  }
  return languages;
}

function itemFrom(
  row: ItemRow,
  scope: string,
  locale: Locale,
  languages: readonly LanguageOffered[],
  assets: ReadonlyMap<string, PublishedAsset>,
): ListItem {
  const own = scope === 'any' ? { day: row.release_day, precision: row.release_precision } : row;
  const picture = firstPicture(row.pictures);
  const asset = picture === null ? undefined : assets.get(picture.asset);
  return {
    release: row.release,
    reference: { office: row.office, year: row.reference_year, number: row.reference_number },
    type: row.type as ReleaseType,
    office: row.office,
    countries: JSON.parse(row.countries),
    topics: JSON.parse(row.topics),
    sequence: row.sequence,
    published: { at: row.published_at as Instant, day: own.day as CivilDay, precision: own.precision },
    locale: row.locale,
    isFallback: row.locale !== locale,
    slug: row.slug,
    standing: row.standing,
    text:
      row.headline === null
        ? null
        : {
            kicker: row.kicker,
            headline: row.headline,
            summary: row.summary,
            picture:
              asset === undefined || picture === null ? null : { asset, alt: picture.alt, caption: picture.caption },
          },
    changedAt: row.changed_at as Instant,
    change: changeFrom(row.change_kind, row.change_note, row.edition_at, row.number),
    languages,
  } as ListItem;
}

export interface StoredPicture {
  readonly asset: string;
  readonly alt: string;
  readonly caption: string | null;
}

function firstPicture(json: string | null): StoredPicture | null {
  if (json === null || json === '[]') return null;
  return (JSON.parse(json) as StoredPicture[])[0] ?? null;
}

export function changeFrom(
  kind: Change['kind'] | null,
  note: string | null,
  at: string | null,
  edition: number | null,
): Change | null {
  if (kind === null || note === null || at === null || edition === null) return null;
  return { kind, note, at: at as Instant, edition };
}

import { type AliasableExpression, sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { assetsOf } from './asset.query.ts';
import { changeFrom, picturesOf, referenceFrom, type StoredPicture } from './columns.query.ts';
import { runCompiled } from './compile-once.query.ts';
import type { ReleaseType } from './list.ts';
import type { LanguageOffered, ListItem, PublishedAsset } from './published-release.ts';
import { placedIn, type Slots, type Stretch, shapeOf, valuesOf } from './stretch.query.ts';

/** How the items of a list are shown. */
export interface Showing {
  /** `any`, or the one language of the list. */
  readonly scope: string;
  /** The reader's: chosen first; then the organisation's; then the one that the release was first issued in. */
  readonly locale: Locale;
  readonly fallback: Locale;
}

/** The items that stand in a stretch of a list, newest first. */
export async function itemsIn(db: PublishedHandle, stretch: Stretch, showing: Showing): Promise<ListItem[]> {
  const places: Places = {
    name: shapeOf(stretch),
    values: valuesOf(stretch),
    placed: (slot) => placedIn(db, stretch, slot),
  };
  return itemsAt(db, places, showing);
}

/** Releases with the places they are shown at. */
export interface Places {
  /** Of the query: those of one name differ in their values only. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly placed: (
    slot: Slots,
  ) => AliasableExpression<Pick<Tables['placement'], 'release' | 'published_at' | 'sequence'>>;
}

/** The items at these places, by place, the newest first. */
export async function itemsAt(db: PublishedHandle, places: Places, showing: Showing): Promise<ListItem[]> {
  return shown(db, await languageRows(db, places, showing), showing);
}

/**
 * The items that stood there after the act with this sequence, each with its languages and its words of then. What has been
 * retracted since is a tombstone: its words are nowhere any more.
 */
export async function itemsAsOf(
  db: PublishedHandle,
  stretch: Stretch,
  showing: Showing,
  sequence: number,
): Promise<ListItem[]> {
  return shown(db, await rowsAsOf(db, stretch, sequence), showing);
}

async function shown(db: PublishedHandle, rows: readonly Row[], showing: Showing): Promise<ListItem[]> {
  const releases = byRelease(rows);
  const chosen = releases.map((versions) => bestOf(versions, showing));
  const assets = await assetsOf(
    db,
    chosen.flatMap((row) => pictureOf(row)?.asset ?? []),
  );
  return releases.map((versions, place) => itemFrom(chosen[place] as Row, versions, assets, showing));
}

type Row = Awaited<ReturnType<typeof languageRows>>[number];

/**
 * A row for each language of each release; the words only in languages that may be shown. One query, because on SQLite
 * asking costs as much as the rows of three items.
 */
function languageRows(db: PublishedHandle, places: Places, { locale, fallback }: Showing) {
  const values = { ...places.values, locale, fallback };
  return runCompiled(db, `items ${places.name}`, values, (slot) =>
    db
      .selectFrom(places.placed(slot).as('placed'))
      .innerJoin('release', 'release.id', 'placed.release')
      .innerJoin('language_version as version', 'version.release', 'release.id')
      .leftJoin('edition', (join) =>
        join
          .onRef('edition.release', '=', 'version.release')
          .onRef('edition.number', '=', 'version.edition')
          .on(
            'edition.locale',
            '=',
            sql<string>`case when version.locale in (${slot('locale')}, ${slot('fallback')})
              or version.sequence = release.sequence then version.locale end`,
          ),
      )
      .select(['release.id', 'release.office', 'release.type', 'release.reference_year', 'release.reference_number'])
      .select(['release.countries', 'release.topics'])
      .select(['placed.published_at', 'placed.sequence', 'release.day', 'release.precision'])
      .select(['version.locale', 'version.slug', 'version.standing', 'version.changed_at'])
      .select(['version.sequence as version_sequence', 'version.day as version_day'])
      .select('version.precision as version_precision')
      .select(['edition.number', 'edition.kicker', 'edition.headline', 'edition.summary', 'edition.pictures'])
      .select(['edition.change_kind', 'edition.change_note', 'edition.published_at as changed_words_at'])
      .orderBy('placed.published_at', 'desc')
      .orderBy('placed.sequence', 'desc')
      .orderBy('version.sequence'),
  );
}

function rowsAsOf(db: PublishedHandle, stretch: Stretch, sequence: number): Promise<Row[]> {
  return runCompiled(db, `items as of ${shapeOf(stretch)}`, { ...valuesOf(stretch), sequence }, (slot) => {
    const placed = placedIn(db, stretch, slot).where('placement.sequence', '<=', slot<number>('sequence'));
    return db
      .selectFrom(placed.as('placed'))
      .innerJoin('release', 'release.id', 'placed.release')
      .innerJoin('language_version as version', (join) =>
        join.onRef('version.release', '=', 'release.id').on('version.sequence', '<=', slot<number>('sequence')),
      )
      .leftJoin('edition', (join) =>
        join
          .onRef('edition.release', '=', 'version.release')
          .onRef('edition.locale', '=', 'version.locale')
          .on(
            'edition.number',
            '=',
            sql<number>`(select max(one.number) from edition as one where one.release = version.release
              and one.locale = version.locale and one.sequence <= ${slot('sequence')})`,
          ),
      )
      .select(['release.id', 'release.office', 'release.type', 'release.reference_year', 'release.reference_number'])
      .select(['release.countries', 'release.topics'])
      .select(['placed.published_at', 'placed.sequence', 'release.day', 'release.precision'])
      .select(['version.locale', 'version.slug', 'version.changed_at'])
      .select(
        sql<Row['standing']>`case when version.standing = 'retracted' then 'retracted'
          when version.ended_sequence <= ${slot('sequence')} then version.standing else 'published' end`.as('standing'),
      )
      .select(['version.sequence as version_sequence', 'version.day as version_day'])
      .select('version.precision as version_precision')
      .select(['edition.number', 'edition.kicker', 'edition.headline', 'edition.summary', 'edition.pictures'])
      .select(['edition.change_kind', 'edition.change_note', 'edition.published_at as changed_words_at'])
      .orderBy('placed.published_at', 'desc')
      .orderBy('placed.sequence', 'desc')
      .orderBy('version.sequence');
  });
}

/** Each release's languages, oldest first. */
function byRelease(rows: readonly Row[]): Row[][] {
  const releases: Row[][] = [];
  for (const row of rows) {
    const last = releases.at(-1);
    if (last?.[0]?.id === row.id) last.push(row);
    else releases.push([row]);
  }
  return releases;
}

function bestOf(versions: readonly Row[], { locale, fallback }: Showing): Row {
  const of = (wanted: Locale) => versions.find((version) => version.locale === wanted);
  return of(locale) ?? of(fallback) ?? (versions[0] as Row);
}

function pictureOf({ pictures }: Row): StoredPicture | undefined {
  return pictures === null ? undefined : picturesOf({ pictures })[0];
}

function itemFrom(
  row: Row,
  versions: readonly Row[],
  assets: ReadonlyMap<string, PublishedAsset>,
  { scope, locale }: Showing,
): ListItem {
  const isAny = scope === 'any';
  return {
    release: row.id,
    reference: referenceFrom(row),
    type: row.type as ReleaseType,
    office: row.office,
    countries: listFrom(row.countries),
    topics: listFrom(row.topics),
    sequence: row.sequence,
    published: {
      at: row.published_at as Instant,
      day: isAny ? row.day : row.version_day,
      precision: isAny ? row.precision : row.version_precision,
    },
    textDay: row.version_day,
    locale: row.locale,
    isFallback: row.locale !== locale,
    slug: row.slug,
    standing: row.standing,
    text: textFrom(row, assets),
    changedAt: row.changed_at as Instant,
    change: changeOf(row),
    languages: versions.map(offered),
  } as unknown as ListItem;
}

/** Most releases name few or none. */
function listFrom(json: string): readonly string[] {
  return json === '[]' ? [] : JSON.parse(json);
}

/** None of a version that was retracted. */
function textFrom(row: Row, assets: ReadonlyMap<string, PublishedAsset>): ListItem['text'] {
  const { kicker, headline, summary } = row;
  if (headline === null) return null;
  const shown = pictureOf(row);
  const asset = shown === undefined ? undefined : assets.get(shown.asset);
  const picture = asset === undefined || shown === undefined ? null : { ...shown, asset };
  return { kicker, headline, summary, picture };
}

function changeOf({ number, change_kind, change_note, changed_words_at }: Row): ListItem['change'] {
  if (number === null || changed_words_at === null) return null;
  return changeFrom({ change_kind, change_note, number, published_at: changed_words_at });
}

/** Language versions of a release, oldest first. */
export async function versionsOf(db: PublishedHandle, release: string): Promise<Tables['language_version'][]> {
  const rows = await runCompiled(db, 'versions', { release }, (slot) =>
    db.selectFrom('language_version').selectAll().where('release', '=', slot<string>('release')),
  );
  return rows.sort((one, other) => one.sequence - other.sequence);
}

export function offered({ locale, slug, standing }: LanguageOffered): LanguageOffered {
  return { locale, slug, standing };
}

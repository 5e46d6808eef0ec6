import { sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { assetsOf } from './asset.query.ts';
import { changeFrom, picturesOf, referenceFrom, timeFrom } from './columns.query.ts';
import { runCompiled } from './compile-once.query.ts';
import type { ReleaseType } from './list.ts';
import type { LanguageOffered, ListItem, PublishedAsset } from './published-release.ts';

/** How the items of a list are shown. */
export interface Showing {
  /** `any`, or the one language of the list. */
  readonly scope: string;
  /** The reader's: chosen first; then the organisation's; then the one that the release was first issued in. */
  readonly locale: Locale;
  readonly fallback: Locale;
}

/** Items of one version of the published half: most releases stand on several lists. */
export interface KeptItems {
  get(key: string): ListItem | undefined;
  set(key: string, item: ListItem): void;
}

/** More than a page has; each number of items is a query of its own, built and prepared once. */
const ITEMS_AT_ONCE = 50;

/** The releases as items of a list, in the order given. */
export async function itemsOf(
  db: PublishedHandle,
  releases: readonly string[],
  showing: Showing,
  kept: KeptItems,
): Promise<ListItem[]> {
  const { scope, locale } = showing;
  const keyOf = (release: string) => `${release} ${scope === 'any' ? '' : '='}${locale}`;
  const known = new Map<string, ListItem>();
  const wanted: string[] = [];
  for (const release of releases) {
    const item = kept.get(keyOf(release));
    if (item === undefined) wanted.push(release);
    else known.set(release, item);
  }
  for (let from = 0; from < wanted.length; from += ITEMS_AT_ONCE) {
    for (const item of await freshItems(db, wanted.slice(from, from + ITEMS_AT_ONCE), showing)) {
      kept.set(keyOf(item.release), item);
      known.set(item.release, item);
    }
  }
  return releases.flatMap((release) => known.get(release) ?? []);
}

async function freshItems(db: PublishedHandle, wanted: readonly string[], showing: Showing): Promise<ListItem[]> {
  const [releases, versions] = await Promise.all([releaseRows(db, wanted), versionsOf(db, wanted)]);
  const chosen = new Map<string, Version>();
  for (const [release, ofRelease] of versions) chosen.set(release, bestOf(ofRelease, showing));
  const editions = await editionRows(db, [...chosen.values()]);
  const assets = await assetsOf(
    db,
    editions.flatMap((row) => picturesOf(row)[0]?.asset ?? []),
  );
  const byRelease = new Map(editions.map((row) => [row.release, row]));
  return releases.flatMap((release) => {
    const version = chosen.get(release.id);
    if (version === undefined) return [];
    const languages = versions.get(release.id) ?? [];
    return [itemFrom({ release, version, edition: byRelease.get(release.id), languages, assets }, showing)];
  });
}

type Version = Tables['language_version'];

function bestOf(versions: readonly Version[], { locale, fallback }: Showing): Version {
  const of = (wanted: Locale) => versions.find((version) => version.locale === wanted);
  return of(locale) ?? of(fallback) ?? (versions[0] as Version);
}

function releaseRows(db: PublishedHandle, ids: readonly string[]) {
  return runCompiled(db, `releases ${ids.length}`, { ...ids }, (slot) =>
    db
      .selectFrom('release')
      .select(['id', 'office', 'type', 'reference_year', 'reference_number', 'countries', 'topics'])
      .select(['published_at', 'sequence', 'day', 'precision'])
      .where('id', 'in', listed(ids, slot)),
  );
}

/** Language versions by release, each release's oldest first. */
export async function versionsOf(db: PublishedHandle, releases: readonly string[]): Promise<Map<string, Version[]>> {
  const rows = await runCompiled(db, `versions ${releases.length}`, { ...releases }, (slot) =>
    db.selectFrom('language_version').selectAll().where('release', 'in', listed(releases, slot)),
  );
  rows.sort((one, other) => one.sequence - other.sequence);
  const versions = new Map<string, Version[]>();
  for (const row of rows) {
    const known = versions.get(row.release);
    if (known === undefined) versions.set(row.release, [row]);
    else known.push(row);
  }
  return versions;
}

export function offered({ locale, slug, standing }: Version): LanguageOffered {
  return { locale, slug, standing };
}

/** The current edition of each version; none of a version that was retracted. */
function editionRows(db: PublishedHandle, versions: readonly Version[]) {
  const values: Record<string, unknown> = {};
  for (const [place, { release, locale, edition }] of versions.entries()) {
    values[`release ${place}`] = release;
    values[`locale ${place}`] = locale;
    values[`number ${place}`] = edition;
  }
  return runCompiled(db, `editions ${versions.length}`, values, (slot) => {
    const keys = [...versions.keys()].map(
      (place) =>
        sql`(${slot(`release ${place}`)}, ${slot(`locale ${place}`)}, cast(${slot(`number ${place}`)} as integer))`,
    );
    return db
      .with('wanted(release, locale, number)', () => sql<Wanted>`(values ${sql.join(keys)})`)
      .selectFrom('wanted')
      .innerJoin('edition', (join) =>
        join
          .onRef('edition.release', '=', 'wanted.release')
          .onRef('edition.locale', '=', 'wanted.locale')
          .onRef('edition.number', '=', 'wanted.number'),
      )
      .select(['edition.release', 'edition.number', 'edition.kicker', 'edition.headline', 'edition.summary'])
      .select(['edition.pictures', 'edition.change_kind', 'edition.change_note', 'edition.published_at']);
  });
}

interface Wanted {
  release: string;
  locale: string;
  number: number;
}

function listed(ids: readonly string[], slot: (name: string) => string): string[] {
  return [...ids.keys()].map((place) => slot(String(place)));
}

interface Rows {
  readonly release: Awaited<ReturnType<typeof releaseRows>>[number];
  readonly version: Version;
  readonly edition: Awaited<ReturnType<typeof editionRows>>[number] | undefined;
  readonly languages: readonly Version[];
  readonly assets: ReadonlyMap<string, PublishedAsset>;
}

function itemFrom({ release, version, edition, languages, assets }: Rows, { scope, locale }: Showing): ListItem {
  const placed = scope === 'any' ? release : version;
  const picture = edition === undefined ? undefined : picturesOf(edition)[0];
  const asset = picture === undefined ? undefined : assets.get(picture.asset);
  return {
    release: release.id,
    reference: referenceFrom(release),
    type: release.type as ReleaseType,
    office: release.office,
    countries: JSON.parse(release.countries),
    topics: JSON.parse(release.topics),
    sequence: placed.sequence,
    published: timeFrom(placed),
    locale: version.locale,
    isFallback: version.locale !== locale,
    slug: version.slug,
    standing: version.standing,
    text:
      edition === undefined
        ? null
        : {
            kicker: edition.kicker,
            headline: edition.headline,
            summary: edition.summary,
            picture:
              asset === undefined || picture === undefined
                ? null
                : { asset, alt: picture.alt, caption: picture.caption },
          },
    changedAt: version.changed_at as Instant,
    change: edition === undefined ? null : changeFrom(edition),
    languages: languages.map(offered),
  } as unknown as ListItem;
}

import { sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { Boilerplate } from '../offices/office.ts';
import type { SafeHtml } from '../platform/html.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { assetsOf } from './asset.query.ts';
import { changeFrom, picturesOf, referenceFrom, timeFrom } from './columns.query.ts';
import { runCompiled } from './compile-once.query.ts';
import { currentEdition } from './current-edition.query.ts';
import { firstPublished } from './first-published.ts';
import { offered, versionsOf } from './item.query.ts';
import type { ReleaseType } from './list.ts';
import type {
  Change,
  LanguageOffered,
  ListItem,
  PublishedAsset,
  PublishedText,
  TextFound,
  TextOrTombstone,
} from './published-release.ts';
import type { Reference } from './reference.ts';

type Release = Tables['release'];
type Version = Tables['language_version'];
type Edition = Tables['edition'];

export async function textOf(
  db: PublishedHandle,
  reference: Reference,
  locale: Locale,
  edition: number | null,
): Promise<TextFound | null> {
  const release = await releaseOf(db, reference);
  if (release === undefined) return null;
  const versions = await versionsOf(db, release.id);
  const languages = versions.map(offered);
  const version = versions.find((one) => one.locale === locale);
  if (version === undefined) return { found: 'other-languages', languages, reference };
  if (version.standing === 'retracted') return tombstone(release, version, languages);

  const editions = await editionsOf(db, release.id, locale);
  const wanted = editions.find((row) => row.number === (edition ?? version.edition));
  if (wanted === undefined) return null;
  const assets = await assetsOf(
    db,
    picturesOf(wanted).map((picture) => picture.asset),
  );
  const changes = editions.flatMap((row) => changeFrom(row) ?? []);
  const boilerplate = await boilerplateOf(db, release.office, locale, version.day);
  const isBehindCorrection = await isBehind(db, release.id, wanted);
  const around = { languages, assets, changes, boilerplate, isBehindCorrection, versions };
  return { found: 'text', text: textFrom(release, version, wanted, around) };
}

/** Was the source corrected or clarified after the edition that this one was translated from? */
async function isBehind(db: PublishedHandle, release: string, edition: Edition): Promise<boolean> {
  const { translated_from_locale: locale, translated_from_edition: number } = edition;
  if (locale === null || number === null) return false;
  const rows = await runCompiled(db, 'corrections since', { release, locale, number }, (slot) =>
    db
      .selectFrom('edition')
      .select('number')
      .where('release', '=', slot<string>('release'))
      .where('locale', '=', slot<string>('locale'))
      .where('number', '>', slot<number>('number'))
      .where('change_kind', 'in', ['correction', 'clarification'])
      .limit(sql.lit(1)),
  );
  return rows.length > 0;
}

export async function releaseOf(
  db: PublishedHandle,
  { office, year, number }: Reference,
): Promise<Release | undefined> {
  const [release] = await runCompiled(db, 'release of reference', { office, year, number }, (slot) =>
    db
      .selectFrom('release')
      .selectAll()
      .where('office', '=', slot<string>('office'))
      .where('reference_year', '=', slot<number>('year'))
      .where('reference_number', '=', slot<number>('number')),
  );
  return release;
}

/** Newest first. */
function editionsOf(db: PublishedHandle, release: string, locale: Locale): Promise<Edition[]> {
  return runCompiled(db, 'editions of text', { release, locale }, (slot) =>
    db
      .selectFrom('edition')
      .selectAll()
      .where('release', '=', slot<string>('release'))
      .where('locale', '=', slot<string>('locale'))
      .orderBy('number', 'desc'),
  );
}

/** Current texts of list items, in their order, without boilerplate and earlier changes; tombstones of retracted ones. */
export async function fullTextsOf(db: PublishedHandle, items: readonly ListItem[]): Promise<TextOrTombstone[]> {
  if (items.length === 0) return [];
  const ids = items.map((item) => item.release);
  const [releases, versions, editions] = await Promise.all([
    db.selectFrom('release').selectAll().where('id', 'in', ids).execute(),
    db.selectFrom('language_version').selectAll().where('release', 'in', ids).execute(),
    db
      .selectFrom('edition')
      .innerJoin('language_version as version', currentEdition)
      .selectAll('edition')
      .where('edition.release', 'in', ids)
      .execute(),
  ]);
  const assets = await assetsOf(
    db,
    editions.flatMap(picturesOf).map((picture) => picture.asset),
  );
  return items.flatMap((item) => {
    const release = releases.find((row) => row.id === item.release);
    const version = versions.find((row) => row.release === item.release && row.locale === item.locale);
    const edition = editions.find((row) => row.release === item.release && row.locale === item.locale);
    const { languages } = item;
    if (release === undefined || version === undefined) return [];
    if (version.standing === 'retracted') return [tombstone(release, version, languages)];
    if (edition === undefined) return [];
    const changes = item.change === null ? [] : [item.change];
    const text = textFrom(release, version, edition, {
      languages,
      assets,
      changes,
      boilerplate: null,
      isBehindCorrection: false,
      versions,
    });
    return [{ found: 'text', text }];
  });
}

interface Around {
  readonly languages: readonly LanguageOffered[];
  readonly assets: ReadonlyMap<string, PublishedAsset>;
  readonly changes: readonly Change[];
  readonly boilerplate: Boilerplate | null;
  readonly isBehindCorrection: boolean;
  /** Those of the release among them. */
  readonly versions: readonly Version[];
}

function textFrom(release: Release, version: Version, edition: Edition, around: Around): PublishedText {
  return {
    release: release.id,
    reference: referenceFrom(release),
    type: release.type as ReleaseType,
    office: release.office,
    countries: JSON.parse(release.countries),
    topics: JSON.parse(release.topics),
    organisationWide: release.organisation_wide === 1,
    origin: release.origin,
    locale: version.locale,
    slug: version.slug,
    standing: version.standing,
    endReason: version.end_reason,
    endedAt: version.ended_at as Instant | null,
    published: timeFrom(version),
    firstPublished: firstPublished(release.sequence, around.versions, version.day),
    changedAt: version.changed_at as Instant,
    sequence: version.sequence,
    edition: edition.number,
    isCurrent: edition.number === version.edition,
    kicker: edition.kicker,
    headline: edition.headline,
    summary: edition.summary,
    place: edition.place,
    body: edition.body as SafeHtml,
    notes: edition.notes as SafeHtml | null,
    pictures: picturesOf(edition).flatMap(({ asset, alt, caption }) => {
      const known = around.assets.get(asset);
      return known === undefined ? [] : [{ asset: known, alt, caption }];
    }),
    changes: around.changes,
    translatedFrom:
      edition.translated_from_locale === null || edition.translated_from_edition === null
        ? null
        : { locale: edition.translated_from_locale, edition: edition.translated_from_edition },
    isBehindCorrection: around.isBehindCorrection,
    boilerplate: around.boilerplate,
    languages: around.languages,
  } as unknown as PublishedText;
}

function tombstone(release: Release, version: Version, languages: readonly LanguageOffered[]): TextOrTombstone {
  return {
    found: 'tombstone',
    tombstone: {
      release: release.id,
      reference: referenceFrom(release),
      office: release.office,
      locale: version.locale,
      slug: version.slug,
      published: timeFrom(version),
      retractedAt: version.ended_at as Instant,
      reason: version.end_reason ?? '',
      languages,
    },
  };
}

/** What was true on the day of publication. */
async function boilerplateOf(
  db: PublishedHandle,
  office: string,
  locale: Locale,
  day: string,
): Promise<Boilerplate | null> {
  const [row] = await runCompiled(db, 'boilerplate', { office, locale, day }, (slot) =>
    db
      .selectFrom('office_boilerplate')
      .selectAll()
      .where('office', '=', slot<string>('office'))
      .where('locale', '=', slot<string>('locale'))
      .where('from_day', '<=', slot<string>('day'))
      .orderBy('from_day', 'desc')
      .limit(sql.lit(1)),
  );
  if (row === undefined) return null;
  return {
    office,
    locale,
    from: row.from_day as CivilDay,
    boilerplate: row.boilerplate as SafeHtml,
    contacts: row.contacts as SafeHtml,
  };
}

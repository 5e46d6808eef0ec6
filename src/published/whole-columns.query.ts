import { sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { SafeHtml } from '../platform/html.ts';
import type { Instant } from '../platform/instant.ts';
import { assetsOf } from './asset.query.ts';
import { picturesOf, referenceFrom, timeFrom } from './columns.query.ts';
import type { ReleaseType } from './list.ts';
import type { PublishedAsset } from './published-release.ts';
import type {
  EditionFacts,
  LanguageFacts,
  ReleaseFacts,
  WholeEdition,
  WholeLanguage,
  WholeRelease,
} from './whole-release.ts';

type Release = Tables['release'];
type Version = Tables['language_version'];
type Edition = Tables['edition'];

/** Releases with all their languages, in the order of `releases`. */
export async function wholeFrom(db: PublishedHandle, releases: readonly Release[]): Promise<WholeRelease[]> {
  if (releases.length === 0) return [];
  const rows = await rowsOf(
    db,
    releases.map(({ id }) => id),
  );
  const shown = rows.flatMap((row) => (row.body === null ? [] : picturesOf({ pictures: row.pictures ?? '[]' })));
  const assets = await assetsOf(
    db,
    shown.map(({ asset }) => asset),
  );
  const byRelease = Map.groupBy(rows, (row) => row.of_release);
  return releases.map((release) => {
    const own = Map.groupBy(byRelease.get(release.id) ?? [], (row) => row.of_locale);
    return { ...factsFrom(release), languages: withStanding([...own.values()].map((of) => languageOf(of, assets))) };
  });
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/**
 * A row for each edition of each language, oldest first: one statement, so that no retraction comes in between. The long
 * words are read of current editions alone.
 */
function rowsOf(db: PublishedHandle, releases: readonly string[]) {
  const ifCurrent = (column: 'body' | 'notes' | 'pictures') =>
    sql<string | null>`case when edition.number = version.edition then edition.${sql.ref(column)} end`.as(column);
  return db
    .selectFrom('language_version as version')
    .leftJoin('edition', (join) =>
      join.onRef('edition.release', '=', 'version.release').onRef('edition.locale', '=', 'version.locale'),
    )
    .select(['version.release as of_release', 'version.locale as of_locale', 'version.slug', 'version.standing'])
    .select(['version.published_at', 'version.sequence', 'version.day', 'version.precision', 'version.changed_at'])
    .select(['version.ended_at', 'version.ended_sequence', 'version.end_reason', 'version.edition as current'])
    .select(['edition.number', 'edition.published_at as edition_published_at', 'edition.sequence as edition_sequence'])
    .select(['edition.kicker', 'edition.headline', 'edition.summary', 'edition.place'])
    .select([ifCurrent('body'), ifCurrent('notes'), ifCurrent('pictures')])
    .select(['edition.change_kind', 'edition.change_note', 'edition.major'])
    .select(['edition.translated_from_locale', 'edition.translated_from_edition'])
    .where('version.release', 'in', releases)
    .orderBy('version.sequence')
    .orderBy('edition.number')
    .execute();
}

type Language = Omit<WholeLanguage, 'isBehindCorrection'>;

function languageOf(rows: readonly Row[], assets: ReadonlyMap<string, PublishedAsset>): Language {
  const [first] = rows as [Row];
  const facts = languageFrom({ ...first, locale: first.of_locale });
  // A tombstone that was imported never had an edition here.
  const there = rows.flatMap((row) => (row.number === null ? [] : [editionRow(row)]));
  const editions = facts.standing === 'retracted' ? [] : there;
  const current = editions.find((row) => row.number === first.current);
  return {
    ...facts,
    current: current === undefined ? null : editionFrom(current, assets),
    editions: editions.map(editionFactsFrom),
  };
}

/** As if it had been read alone: the join leaves its columns null only where there is none. */
function editionRow(row: Row): Edition {
  const { of_release: release, of_locale: locale, edition_published_at: at, edition_sequence: sequence } = row;
  return { ...row, release, locale, published_at: at, sequence } as unknown as Edition;
}

/** Was the source corrected or clarified after the edition that a text was translated from? */
function withStanding(languages: readonly Language[]): WholeLanguage[] {
  return languages.map((language) => {
    const from = language.current?.translatedFrom ?? null;
    const source = languages.find(({ locale }) => locale === from?.locale);
    const isSince = ({ number, change }: EditionFacts) =>
      number > (from?.edition ?? 0) && change !== null && change.kind !== 'update';
    return { ...language, isBehindCorrection: source?.editions.some(isSince) ?? false };
  });
}

export function factsFrom(row: Release): ReleaseFacts {
  return {
    id: row.id,
    reference: referenceFrom(row),
    type: row.type as ReleaseType,
    office: row.office,
    countries: JSON.parse(row.countries),
    topics: JSON.parse(row.topics),
    organisationWide: row.organisation_wide === 1,
    origin: row.origin,
    published: timeFrom(row),
    sequence: row.sequence,
  };
}

export function languageFrom(row: Omit<Version, 'release' | 'edition' | 'last_sequence'>): LanguageFacts {
  const { locale, slug, standing, sequence, ended_at: at, ended_sequence, end_reason: reason } = row;
  const end = at === null || ended_sequence === null ? null : { at: at as Instant, sequence: ended_sequence };
  return {
    ...{ locale, slug, standing, sequence },
    published: timeFrom(row),
    changedAt: row.changed_at as Instant,
    end: end === null ? null : { ...end, reason: reason ?? '' },
  };
}

export function editionFactsFrom(
  row: Pick<
    Edition,
    | 'number'
    | 'published_at'
    | 'sequence'
    | 'change_kind'
    | 'change_note'
    | 'major'
    | 'translated_from_locale'
    | 'translated_from_edition'
  >,
): EditionFacts {
  const { change_kind: kind, change_note: note, translated_from_locale: locale, translated_from_edition } = row;
  return {
    number: row.number,
    publishedAt: row.published_at as Instant,
    sequence: row.sequence,
    change: kind === null || note === null ? null : { kind, note, major: row.major === 1 },
    translatedFrom:
      locale === null || translated_from_edition === null ? null : { locale, edition: translated_from_edition },
  };
}

export function editionFrom(row: Edition, assets: ReadonlyMap<string, PublishedAsset>): WholeEdition {
  return {
    ...editionFactsFrom(row),
    ...{ kicker: row.kicker, headline: row.headline, summary: row.summary, place: row.place },
    body: row.body as SafeHtml,
    notes: row.notes as SafeHtml | null,
    pictures: picturesOf(row).flatMap(({ asset, alt, caption }) => {
      const known = assets.get(asset);
      return known === undefined ? [] : [{ asset: known, alt, caption }];
    }),
  };
}

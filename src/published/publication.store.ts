import { sql } from 'kysely';
import type { Engine } from '../database/engine.ts';
import { renewPublicVersion } from '../database/public-version.ts';
import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Office } from '../offices/office.ts';
import { officeFrom } from '../offices/office-row.ts';
import type { CivilDay, Instant } from '../platform/instant.ts';
import { endVersion, shownIn } from './ending.store.ts';
import type { ReleaseType } from './list.ts';
import { removeEndedPins } from './pin.store.ts';
import { writePlacements } from './placement.store.ts';
import { enterEarlierReleases, enterState } from './public-state.store.ts';
import type { KnownRelease, KnownVersion, Moment, NewEdition, Publication, PublicationStore } from './publication.ts';
import { openTouched } from './touched.ts';
import { touchReleases, touchTexts } from './touched-texts.query.ts';

/** Asked at once in one query: SQLite takes 32,766 values, and short statements stay prepared. */
const IDS_AT_ONCE = 500;

export function publicationStore(engine: Engine): PublicationStore {
  return {
    async offices(tx) {
      const rows = await inside(tx).selectFrom('office').selectAll().orderBy('position').orderBy('code').execute();
      return rows.map(officeFrom);
    },

    async sequence(tx) {
      const row = await inside(tx)
        .selectFrom('counter')
        .select('value')
        .where('name', '=', 'sequence')
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    async version(tx) {
      const row = await inside(tx)
        .selectFrom('counter')
        .select('value')
        .where('name', '=', 'version')
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    releases: (tx, ids) => knownReleases(inside(tx), ids),

    async lastReference(tx, office, year) {
      const row = await inside(tx)
        .selectFrom('reference_counter')
        .select('last')
        .where('office', '=', office)
        .where('year', '=', year)
        .executeTakeFirst();
      return row?.last ?? 0;
    },

    async isReferenceTaken(tx, reference) {
      const row = await inside(tx)
        .selectFrom('release')
        .select('id')
        .where('office', '=', reference.office)
        .where('reference_year', '=', reference.year)
        .where('reference_number', '=', reference.number)
        .executeTakeFirst();
      return row !== undefined;
    },

    async knownAssets(tx, ids) {
      if (ids.length === 0) return new Set();
      const rows = await inside(tx).selectFrom('asset').select('id').where('id', 'in', ids).execute();
      return new Set(rows.map((row) => row.id));
    },

    async ownersOf(tx, paths) {
      if (paths.length === 0) return new Map();
      const rows = await inside(tx)
        .selectFrom('path_ledger')
        .select(['path', 'release'])
        .where('path', 'in', paths)
        .execute();
      return new Map(rows.map((row) => [row.path, row.release]));
    },

    write: (tx, publication) => write(engine, tx, publication),
    missingFrom: (tx, office) => missingFrom(inside(tx), office),

    async concerning(tx, office, country) {
      const row = await inside(tx)
        .selectFrom('placement as own')
        .innerJoin('release', 'release.id', 'own.release')
        .select(sql<number>`count(*)`.as('count'))
        .where('own.list', '=', `office:${office}`)
        .where('own.scope', '=', 'any')
        .where('release.office', '!=', office)
        .where('release.countries', 'like', `%"${country}"%`)
        .executeTakeFirst();
      return row?.count ?? 0;
    },

    async hasTextsIn(tx, locale) {
      const texts = inside(tx).selectFrom('language_version').select('release').where('locale', '=', locale).limit(1);
      return (await texts.executeTakeFirst()) !== undefined;
    },

    async place(tx, placements) {
      const touched = openTouched();
      // The office whose list it is was saved in this transaction: no page is kept over that.
      touched.addEverything();
      await writePlacements(engine, tx, placements, touched);
      await enterEarlierReleases(tx, placements);
    },

    async end(tx, ending) {
      await endVersion(inside(tx), ending);
      const touched = openTouched();
      await touchReleases(inside(tx), touched, [ending.release]);
      await removeEndedPins(inside(tx), ending.release);
      await renewPublicVersion(inside(tx), { subjects: touched.subjects, acts: 1 });
      await enterState(tx, ending.doneAt);
    },
  };
}

async function knownReleases(db: NewsroomHandle, ids: readonly string[]): Promise<Map<string, KnownRelease>> {
  const known = new Map<string, KnownRelease>();
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const some = ids.slice(from, from + IDS_AT_ONCE);
    const releases = await db.selectFrom('release').selectAll().where('id', 'in', some).execute();
    if (releases.length === 0) continue;
    const found = releases.map((row) => row.id);
    const versions = await db.selectFrom('language_version').selectAll().where('release', 'in', found).execute();
    for (const row of releases) {
      const own = versions.filter((version) => version.release === row.id);
      known.set(row.id, {
        id: row.id,
        office: row.office,
        type: row.type as ReleaseType,
        countries: JSON.parse(row.countries),
        topics: JSON.parse(row.topics),
        organisationWide: row.organisation_wide === 1,
        reference: { office: row.office, year: row.reference_year, number: row.reference_number },
        published: momentFrom(row),
        versions: new Map(own.map((version) => [version.locale, versionFrom(version)])),
      });
    }
  }
  return known;
}

function versionFrom(row: Tables['language_version']): KnownVersion {
  return {
    standing: row.standing,
    edition: row.edition,
    slug: row.slug,
    changedAt: row.changed_at as Instant,
    published: momentFrom(row),
  };
}

function momentFrom(row: Pick<Tables['release'], 'published_at' | 'day' | 'precision' | 'sequence'>): Moment {
  return {
    at: row.published_at as Instant,
    day: row.day as CivilDay,
    precision: row.precision,
    sequence: row.sequence,
  };
}

async function missingFrom(db: NewsroomHandle, office: Office): Promise<string[]> {
  const countries = office.countries.map((country) => `country:${country}`);
  const concerned = await db
    .selectFrom('placement')
    .select('release')
    .where('scope', '=', 'any')
    .where('list', 'in', ['', ...countries])
    .union(db.selectFrom('release').select('id as release').where('organisation_wide', '=', 1))
    .execute();
  const here = await db
    .selectFrom('placement')
    .select('release')
    .where('list', '=', `office:${office.code}`)
    .where('scope', '=', 'any')
    .execute();
  const placed = new Set(here.map((row) => row.release));
  return concerned.map((row) => row.release).filter((release) => !placed.has(release));
}

async function write(engine: Engine, tx: Tx, publication: Publication): Promise<void> {
  const releases = publication.releases.map((release) => ({
    id: release.id,
    office: release.office,
    type: release.type,
    reference_year: release.reference.year,
    reference_number: release.reference.number,
    countries: JSON.stringify(release.countries),
    topics: JSON.stringify(release.topics),
    organisation_wide: release.organisationWide ? (1 as const) : (0 as const),
    published_at: release.published.at,
    sequence: release.published.sequence,
    day: release.published.day,
    precision: release.published.precision,
    origin: release.origin,
  }));
  const versions = publication.versions.map((version) => ({
    release: version.release,
    locale: version.locale,
    slug: version.slug,
    standing: 'published' as const,
    edition: 1,
    published_at: version.published.at,
    sequence: version.published.sequence,
    day: version.published.day,
    precision: version.published.precision,
    changed_at: version.published.at,
    ended_at: null,
    ended_sequence: null,
    end_reason: null,
    last_sequence: version.published.sequence,
  }));
  await engine.insertRows(tx, 'release', releases);
  await engine.insertRows(tx, 'language_version', versions);
  await engine.insertRows(tx, 'edition', publication.editions.map(editionRow));
  const shown = publication.editions.flatMap(shownIn);
  await engine.insertRows(tx, 'asset_shown', shown);
  await moveToNewEditions(inside(tx), publication.editions);
  const touched = openTouched();
  await touchTexts(inside(tx), touched, { editions: publication.editions, shown });
  await writePlacements(engine, tx, publication.placements, touched);
  await engine.insertRows(tx, 'path_ledger', [...publication.paths]);
  await writeReferences(inside(tx), publication);
  const leaving = publication.leaving.map(({ at, ...row }) => ({ ...row, created_at: at }));
  await engine.insertRows(tx, 'outbox', leaving);
  await renewPublicVersion(inside(tx), { subjects: touched.subjects, acts: publication.acts });
  await enterState(tx, publication.doneAt);
}

function editionRow(edition: NewEdition): Tables['edition'] {
  return {
    release: edition.release,
    locale: edition.locale,
    number: edition.number,
    kicker: edition.kicker,
    headline: edition.headline,
    summary: edition.summary,
    place: edition.place,
    body: edition.body,
    notes: edition.notes,
    pictures: JSON.stringify(edition.pictures),
    published_at: edition.publishedAt,
    sequence: edition.sequence,
    change_kind: edition.change?.kind ?? null,
    change_note: edition.change?.note ?? null,
    major: edition.change === null || edition.change.major ? 1 : 0,
    translated_from_locale: edition.translatedFrom?.locale ?? null,
    translated_from_edition: edition.translatedFrom?.edition ?? null,
  };
}

async function moveToNewEditions(db: NewsroomHandle, editions: readonly NewEdition[]): Promise<void> {
  for (const edition of editions) {
    if (edition.number === 1) continue;
    const changed = edition.change?.major === true ? { changed_at: edition.publishedAt } : {};
    await db
      .updateTable('language_version')
      .set({ edition: edition.number, last_sequence: edition.sequence, ...changed })
      .where('release', '=', edition.release)
      .where('locale', '=', edition.locale)
      .execute();
  }
}

async function writeReferences(db: NewsroomHandle, publication: Publication): Promise<void> {
  for (const counter of publication.references.values()) {
    await db
      .insertInto('reference_counter')
      .values(counter)
      .onConflict((conflict) => conflict.columns(['office', 'year']).doUpdateSet({ last: counter.last }))
      .execute();
  }
}

import type { NewsroomHandle, Tables } from '../database/schema.ts';
import { NO_SLUG } from '../published/addresses.ts';
import type { ReleaseType } from '../published/list.ts';
import { formatReference } from '../published/reference.ts';
import type { ArchiveRelease } from './archive-line.ts';
import type { ArchiveReads, ExportedAct } from './export-archive.ts';

/** How many sequences one query covers. */
const SPAN = 500;

export function archiveReads(db: NewsroomHandle): ArchiveReads {
  return {
    async lastSequence() {
      const row = await db.selectFrom('counter').select('value').where('name', '=', 'sequence').executeTakeFirst();
      return row?.value ?? 0;
    },

    async assets(after) {
      const rows = await db.selectFrom('asset').selectAll().where('id', '>', after).orderBy('id').limit(100).execute();
      return rows.map(({ id, hash, credit, creator, agency, ...row }) => ({
        hash,
        line: {
          kind: 'asset',
          ...{ id, credit, creator, agency },
          copyrightHolder: row.copyright_holder,
          copyrightYear: row.copyright_year,
          usageTerms: row.usage_terms,
        },
      }));
    },

    async pins() {
      const rows = db.selectFrom('pin').selectAll().orderBy('list').orderBy('pinned_at').orderBy('release');
      return (await rows.execute()).map(({ list, release, pinned_at: at }) => ({ kind: 'pin', list, release, at }));
    },

    async legacyAddresses(after) {
      const rows = db.selectFrom('legacy_address').selectAll().where('address', '>', after);
      return (await rows.orderBy('address').limit(SPAN).execute()).map(({ address, target }) => {
        return { kind: 'legacy-address', address, target };
      });
    },

    async legacyPatterns() {
      const rows = await db.selectFrom('legacy_pattern').selectAll().orderBy('position').execute();
      return rows.map(({ pattern, target }) => ({ kind: 'legacy-pattern', pattern, target }));
    },

    span: SPAN,
    acts: (after) => actsAfter(db, after),
  };
}

async function actsAfter(db: NewsroomHandle, after: number): Promise<ExportedAct[]> {
  const until = after + SPAN;
  const editions = await db
    .selectFrom('edition')
    .selectAll()
    .where('sequence', '>', after)
    .where('sequence', '<=', until)
    .execute();
  const withdrawn = await db
    .selectFrom('language_version')
    .selectAll()
    .where('standing', '=', 'withdrawn')
    .where('ended_sequence', '>', after)
    .where('ended_sequence', '<=', until)
    .execute();
  const retracted = await db
    .selectFrom('language_version')
    .selectAll()
    .where('standing', '=', 'retracted')
    .where('sequence', '>', after)
    .where('sequence', '<=', until)
    .execute();

  const ids = [...new Set([...editions, ...withdrawn, ...retracted].map((row) => row.release))];
  if (ids.length === 0) return [];
  const releases = new Map(
    (await db.selectFrom('release').selectAll().where('id', 'in', ids).execute()).map((row) => [row.id, row]),
  );
  const versions = await db.selectFrom('language_version').selectAll().where('release', 'in', ids).execute();
  const versionOf = new Map(versions.map((row) => [`${row.release} ${row.locale}`, row]));
  const moved = await db
    .selectFrom('path_ledger')
    .selectAll()
    .where('outcome', '=', 'moved')
    .where('release', 'in', ids)
    .orderBy('path')
    .execute();

  const pathsOf = ({ release, locale }: { release: string; locale: string }) =>
    moved.filter((row) => row.release === release && row.locale === locale).map((row) => row.path);

  const acts: ExportedAct[] = [];
  for (const edition of editions) {
    const release = releases.get(edition.release);
    const version = versionOf.get(`${edition.release} ${edition.locale}`);
    if (release === undefined || version === undefined) continue;
    const isFirst = edition.number === 1;
    acts.push({
      sequence: edition.sequence,
      line: {
        kind: 'edition',
        release: releaseLine(release),
        locale: edition.locale,
        slug: version.slug,
        at: isFirst && version.precision === 'day' ? version.day : edition.published_at,
        kicker: edition.kicker,
        headline: edition.headline,
        summary: edition.summary,
        place: edition.place,
        body: edition.body,
        notes: edition.notes,
        pictures: JSON.parse(edition.pictures),
        change: changeLine(edition),
        translatedFrom:
          edition.translated_from_locale === null || edition.translated_from_edition === null
            ? null
            : { locale: edition.translated_from_locale, edition: edition.translated_from_edition },
        legacyPaths: isFirst ? pathsOf(edition) : [],
      },
    });
  }
  for (const row of withdrawn) {
    if (row.ended_at === null || row.ended_sequence === null) continue;
    const { release, locale, ended_at: at, end_reason: reason } = row;
    acts.push({
      sequence: row.ended_sequence,
      line: { kind: 'withdrawal', release, locale, at, reason: reason ?? '' },
    });
  }
  for (const row of retracted) {
    const release = releases.get(row.release);
    if (release === undefined || row.ended_at === null) continue;
    acts.push({
      sequence: row.sequence,
      line: {
        kind: 'tombstone',
        release: releaseLine(release),
        locale: row.locale,
        slug: row.slug === NO_SLUG ? null : row.slug,
        at: row.precision === 'day' ? row.day : row.published_at,
        retractedAt: row.ended_at,
        reason: row.end_reason ?? '',
        legacyPaths: pathsOf(row),
      },
    });
  }
  return acts.sort((one, other) => one.sequence - other.sequence);
}

function releaseLine(row: Tables['release']): ArchiveRelease {
  return {
    id: row.id,
    office: row.office,
    type: row.type as ReleaseType,
    countries: JSON.parse(row.countries),
    topics: JSON.parse(row.topics),
    organisationWide: row.organisation_wide === 1,
    reference: formatReference({ office: row.office, year: row.reference_year, number: row.reference_number }),
    origin: row.origin,
  };
}

function changeLine(edition: Tables['edition']) {
  if (edition.change_kind === null || edition.change_note === null) return null;
  return { kind: edition.change_kind, note: edition.change_note, major: edition.major === 1 };
}

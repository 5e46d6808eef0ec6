import { sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import type { Locale } from '../platform/locales.ts';
import { actsAfter } from './act.query.ts';
import { assetsOf } from './asset.query.ts';
import { picturesOf } from './columns.query.ts';
import { runCompiled } from './compile-once.query.ts';
import type { Reference } from './reference.ts';
import { releaseOf } from './text.query.ts';
import { editionFrom, factsFrom, languageFrom, wholeFrom } from './whole-columns.query.ts';
import type { EditionFound, WholeRelease, WholeReleases } from './whole-release.ts';
import { isRetractedSince, ofYear, yearsOf, yearsTouched } from './year.query.ts';

/** Opens the reads of whole releases, over a handle that cannot reach anything else. */
export function wholeReleaseQueries(db: PublishedHandle): WholeReleases {
  return {
    sequence: () => sequenceOf(db),
    release: (named) => releaseNamed(db, named),
    edition: (named, locale, number) => editionNamed(db, named, locale, number),
    acts: async (since, limit) => actsAfter(db, { since, limit, latest: await sequenceOf(db) }),
    years: () => yearsOf(db),
    yearsTouched: (after, until) => yearsTouched(db, after, until),
    ofYear: (year, after, limit) => ofYear(db, { year, after, limit }),
    isRetractedSince: (year, after) => isRetractedSince(db, year, after),
  };
}

async function sequenceOf(db: PublishedHandle): Promise<number> {
  const [row] = await runCompiled(db, 'sequence', {}, () =>
    db.selectFrom('counter').select('value').where('name', '=', sql.lit('sequence')),
  );
  return row?.value ?? 0;
}

async function releaseNamed(db: PublishedHandle, named: Reference | string): Promise<WholeRelease | null> {
  const row = await releaseRow(db, named);
  const [release] = row === undefined ? [] : await wholeFrom(db, [row]);
  return release ?? null;
}

async function editionNamed(
  db: PublishedHandle,
  named: Reference | string,
  locale: Locale,
  number: number,
): Promise<EditionFound | null> {
  const release = await releaseRow(db, named);
  if (release === undefined) return null;
  const [row] = await runCompiled(db, 'edition of language', { release: release.id, locale, number }, (slot) =>
    db
      .selectFrom('language_version as version')
      .leftJoin('edition', (join) =>
        join
          .onRef('edition.release', '=', 'version.release')
          .onRef('edition.locale', '=', 'version.locale')
          .on('edition.number', '=', slot<number>('number')),
      )
      .selectAll('edition')
      .select(['version.locale as of_locale', 'version.slug', 'version.standing', 'version.edition as current'])
      .select(['version.published_at as version_published_at', 'version.day', 'version.precision'])
      .select(['version.sequence as version_sequence', 'version.changed_at'])
      .select(['version.ended_at', 'version.ended_sequence', 'version.end_reason'])
      .where('version.release', '=', slot<string>('release'))
      .where('version.locale', '=', slot<string>('locale')),
  );
  if (row === undefined) return null;

  const language = languageFrom({
    ...row,
    locale: row.of_locale,
    published_at: row.version_published_at,
    sequence: row.version_sequence,
  });
  const isThere = row.number !== null && row.standing !== 'retracted';
  const edition = isThere ? (row as unknown as Tables['edition']) : null;
  const pictures = edition === null ? [] : picturesOf(edition).map(({ asset }) => asset);
  const assets = await assetsOf(db, pictures);
  return {
    release: factsFrom(release),
    language,
    isCurrent: row.number === row.current,
    edition: edition === null ? null : editionFrom(edition, assets),
  };
}

async function releaseRow(db: PublishedHandle, named: Reference | string): Promise<Tables['release'] | undefined> {
  if (typeof named !== 'string') return releaseOf(db, named);
  const [row] = await runCompiled(db, 'release of id', { id: named }, (slot) =>
    db.selectFrom('release').selectAll().where('id', '=', slot<string>('id')),
  );
  return row;
}

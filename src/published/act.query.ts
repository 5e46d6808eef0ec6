import { sql } from 'kysely';
import type { PublishedHandle, Tables } from '../database/schema.ts';
import { assetsOf } from './asset.query.ts';
import { picturesOf } from './columns.query.ts';
import { runCompiled } from './compile-once.query.ts';
import { editionFrom, factsFrom, languageFrom } from './whole-columns.query.ts';
import type { Acts, PublicAct, ReleaseFacts } from './whole-release.ts';

interface Stretch {
  readonly since: number;
  readonly limit: number;
  /** Read before the acts: whatever is not told below it has been taken away. */
  readonly latest: number;
}

/** Public acts in order. Each act is one row under a unique number: two walks along an index, put together. */
export async function actsAfter(db: PublishedHandle, stretch: Stretch): Promise<Acts> {
  const { since, limit, latest } = stretch;
  const texts = await editionsAfter(db, stretch);
  const ends = await endsAfter(db, stretch);
  const all: Told[] = [
    ...texts.map((text) => ({ sequence: text.sequence, version: text, text })),
    ...ends.map((end) => ({ sequence: end.ended_sequence ?? 0, version: end, text: null })),
  ].sort((one, other) => one.sequence - other.sequence);
  const told = all.slice(0, limit);
  const around = { releases: await factsOf(db, told), assets: await shownIn(db, told) };
  const acts = told.flatMap((one) => actFrom(one, around));
  const last = told.at(-1);
  const isAll = all.length <= limit || last === undefined;
  return { acts, next: isAll ? Math.max(latest, since) : last.sequence, latest };
}

interface Told {
  readonly sequence: number;
  readonly version: Awaited<ReturnType<typeof endsAfter>>[number];
  readonly text: Tables['edition'] | null;
}

interface Around {
  readonly releases: ReadonlyMap<string, ReleaseFacts>;
  readonly assets: Awaited<ReturnType<typeof assetsOf>>;
}

function actFrom({ sequence, version, text }: Told, { releases, assets }: Around): PublicAct[] {
  const release = releases.get(version.of_release);
  if (release === undefined) return [];
  const language = languageFrom({
    ...version,
    locale: version.of_locale,
    published_at: version.version_published_at,
    sequence: version.version_sequence,
  });
  if (text !== null) {
    const edition = editionFrom(text, assets);
    const act = edition.number === 1 ? 'published' : 'changed';
    return [{ sequence, release, language, at: edition.publishedAt, act, edition }];
  }
  const { end, standing } = language;
  if (end === null || standing === 'published') return [];
  return [{ sequence, release, language, at: end.at, act: standing, edition: null }];
}

function editionsAfter(db: PublishedHandle, { since, limit, latest }: Stretch) {
  return runCompiled(db, `editions after ${limit}`, { since, latest }, (slot) =>
    db
      .selectFrom('edition')
      .innerJoin('language_version as version', (join) =>
        join.onRef('version.release', '=', 'edition.release').onRef('version.locale', '=', 'edition.locale'),
      )
      .selectAll('edition')
      .select(languageColumns)
      .where('edition.sequence', '>', slot<number>('since'))
      .where('edition.sequence', '<=', slot<number>('latest'))
      .orderBy('edition.sequence')
      .limit(sql.lit(limit + 1)),
  );
}

function endsAfter(db: PublishedHandle, { since, limit, latest }: Stretch) {
  return runCompiled(db, `ends after ${limit}`, { since, latest }, (slot) =>
    db
      .selectFrom('language_version as version')
      .select(languageColumns)
      .where('version.ended_sequence', '>', slot<number>('since'))
      .where('version.ended_sequence', '<=', slot<number>('latest'))
      .orderBy('version.ended_sequence')
      .limit(sql.lit(limit + 1)),
  );
}

const languageColumns = [
  'version.release as of_release',
  'version.locale as of_locale',
  'version.slug',
  'version.standing',
  'version.published_at as version_published_at',
  'version.sequence as version_sequence',
  'version.day',
  'version.precision',
  'version.changed_at',
  'version.ended_at',
  'version.ended_sequence',
  'version.end_reason',
] as const;

async function factsOf(db: PublishedHandle, told: readonly Told[]): Promise<Around['releases']> {
  if (told.length === 0) return new Map();
  const ids = [...new Set(told.map(({ version }) => version.of_release))];
  const releases = await db.selectFrom('release').selectAll().where('id', 'in', ids).execute();
  return new Map(releases.map((row) => [row.id, factsFrom(row)]));
}

async function shownIn(db: PublishedHandle, told: readonly Told[]): Promise<Around['assets']> {
  const pictures = told.flatMap(({ text }) => (text === null ? [] : picturesOf(text)));
  return assetsOf(
    db,
    pictures.map(({ asset }) => asset),
  );
}

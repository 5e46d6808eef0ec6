import { sql } from 'kysely';
import type { NewsroomHandle, Tables } from '../database/schema.ts';
import { textPath } from './addresses.ts';
import { type CheckedRelease, type CheckReads, type Original, placementName } from './check-published.ts';
import { picturesOf } from './columns.query.ts';
import { shownIn } from './ending.store.ts';
import type { ReleaseType } from './list.ts';
import { formatReference } from './reference.ts';
import type { PlaceKey } from './spans.ts';

const RELEASES_AT_ONCE = 500;

/** Read at a time. */
const ORIGINALS_AT_ONCE = 500;

/** Placements asked for in one statement: five values each, far below what the engines take. */
const PLACEMENTS_AT_ONCE = 500;

export function checkReads(db: NewsroomHandle): CheckReads {
  return {
    async offices() {
      const rows = await db.selectFrom('office').select(['code', 'countries']).execute();
      return rows.map(({ code, countries }) => ({ code, countries: JSON.parse(countries) as string[] }));
    },

    releases: () => releasesInOrder(db),

    pins: () => db.selectFrom('pin').select(['list', 'release']).execute(),

    async present(placements) {
      const names = new Set<string>();
      for (let from = 0; from < placements.length; from += PLACEMENTS_AT_ONCE) {
        const some = placements.slice(from, from + PLACEMENTS_AT_ONCE);
        const keys = some.map((row) => sql`(${row.list}, ${row.scope}, ${row.at}, cast(${row.sequence} as integer))`);
        const rows = await db
          .selectFrom('placement')
          .selectAll()
          .where(sql<boolean>`(list, scope, published_at, sequence) in (values ${sql.join(keys)})`)
          .execute();
        for (const { published_at: at, ...row } of rows) names.add(placementName({ ...row, at }));
      }
      return names;
    },

    async *lists() {
      yield* await db.selectFrom('page').select(['list', 'scope']).where('number', '=', 1).execute();
    },

    async countShown() {
      const row = await db
        .selectFrom('asset_shown')
        .select(sql<number>`count(*)`.as('count'))
        .executeTakeFirstOrThrow();
      return row.count;
    },

    originals: () => originalsInOrder(db),

    async countIn(list, scope, from, until) {
      let query = db
        .selectFrom('placement')
        .select(sql<number>`count(*)`.as('count'))
        .where('list', '=', list)
        .where('scope', '=', scope)
        .where(notBefore(from));
      if (until !== null) query = query.where(before(until));
      return (await query.executeTakeFirstOrThrow()).count;
    },

    async pages(list, scope) {
      const rows = await db
        .selectFrom('page')
        .selectAll()
        .where('list', '=', list)
        .where('scope', '=', scope)
        .orderBy('number')
        .execute();
      return rows.map(({ number, count, starts_at: at, starts_sequence: sequence }) => {
        return { number, count, starts: { at, sequence } };
      });
    },

    async months(list, scope) {
      const rows = await db
        .selectFrom('month_count')
        .select(['month', 'count'])
        .where('list', '=', list)
        .where('scope', '=', scope)
        .execute();
      return new Map(rows.map(({ month, count }) => [month, count]));
    },

    async counters() {
      const counter = await db.selectFrom('counter').select('value').where('name', '=', 'sequence').executeTakeFirst();
      const highest = async (table: 'edition' | 'language_version', column: 'sequence' | 'ended_sequence') => {
        const row = await db
          .selectFrom(table)
          .select(sql<number | null>`max(${sql.ref(column)})`.as('top'))
          .executeTakeFirst();
        return row?.top ?? 0;
      };
      const used = [await highest('edition', 'sequence'), await highest('language_version', 'sequence')];
      const ended = await highest('language_version', 'ended_sequence');
      return { sequence: counter?.value ?? 0, highestUsed: Math.max(...used, ended) };
    },

    async states() {
      const last = await db
        .selectFrom('public_state')
        .select(sql<number | null>`max(sequence)`.as('newest'))
        .executeTakeFirst();
      const before = sql<string | null>`lag(at) over (order by sequence)`.as('before');
      const followed = db.selectFrom('public_state').select(['at', before]).as('followed');
      const backwards = await db
        .selectFrom(followed)
        .select(sql<number>`count(*)`.as('count'))
        .whereRef('before', '>', 'at')
        .executeTakeFirstOrThrow();
      return { newest: last?.newest ?? 0, backwards: backwards.count };
    },

    async *lastReferences() {
      const rows = await db
        .selectFrom('release')
        .leftJoin('reference_counter as counter', (join) =>
          join.onRef('counter.office', '=', 'release.office').onRef('counter.year', '=', 'release.reference_year'),
        )
        .select([
          'release.office',
          'release.reference_year as year',
          sql<number>`max(release.reference_number)`.as('highest'),
          sql<number | null>`max(counter.last)`.as('last'),
        ])
        .groupBy(['release.office', 'release.reference_year'])
        .execute();
      for (const row of rows) yield { ...row, last: row.last ?? 0 };
    },
  };
}

function notBefore(key: PlaceKey) {
  return sql<boolean>`(published_at, sequence) >= (${key.at}, ${key.sequence})`;
}

function before(key: PlaceKey) {
  return sql<boolean>`(published_at, sequence) < (${key.at}, ${key.sequence})`;
}

/** A picture of which only the credit is known has none. */
async function* originalsInOrder(db: NewsroomHandle): AsyncGenerator<Original[]> {
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await db
      .selectFrom('asset')
      .select(['hash', 'bytes'])
      .where('hash', '>', after)
      .orderBy('hash')
      .limit(ORIGINALS_AT_ONCE)
      .execute();
    const originals: Original[] = rows.flatMap(({ hash, bytes }) => {
      return hash === null || bytes === null ? [] : [{ hash, bytes }];
    });
    after = originals.at(-1)?.hash;
    yield originals;
  }
}

async function* releasesInOrder(db: NewsroomHandle): AsyncGenerator<CheckedRelease[]> {
  let after = 0;
  for (;;) {
    const releases = await db
      .selectFrom('release')
      .selectAll()
      .where('sequence', '>', after)
      .orderBy('sequence')
      .limit(RELEASES_AT_ONCE)
      .execute();
    const last = releases.at(-1);
    if (last === undefined) return;
    after = last.sequence;
    const ids = releases.map((release) => release.id);
    const versions = await db.selectFrom('language_version').selectAll().where('release', 'in', ids).execute();
    const editions = await db
      .selectFrom('edition')
      .select(['release', 'locale', 'number', 'sequence', 'published_at', 'major', 'pictures'])
      .where('release', 'in', ids)
      .orderBy('number')
      .execute();
    const shown = editions.flatMap((row) => shownIn({ ...row, pictures: picturesOf(row) }));
    const asked = Map.groupBy(shown, editionName);
    const found = Map.groupBy(await foundBy(db, shown), editionName);
    const paths = new Map(versions.map((row) => [`${row.release} ${row.locale}`, pathOf(releases, row)]));
    const kept = await db
      .selectFrom('path_ledger')
      .select('path')
      .where('path', 'in', [...paths.values()])
      .execute();
    const keptPaths = new Set(kept.map((row) => row.path));

    yield releases.map((release) => ({
      id: release.id,
      office: release.office,
      type: release.type as ReleaseType,
      countries: JSON.parse(release.countries),
      topics: JSON.parse(release.topics),
      organisationWide: release.organisation_wide === 1,
      reference: formatReference(referenceOf(release)),
      sequence: release.sequence,
      publishedAt: release.published_at,
      day: release.day,
      versions: versions
        .filter((version) => version.release === release.id)
        .map((version) => {
          const path = paths.get(`${version.release} ${version.locale}`) ?? '';
          const own = editions.filter((row) => row.release === release.id && row.locale === version.locale);
          return {
            locale: version.locale,
            standing: version.standing,
            edition: version.edition,
            publishedAt: version.published_at,
            sequence: version.sequence,
            day: version.day,
            changedAt: version.changed_at,
            endedAt: version.ended_at,
            endedSequence: version.ended_sequence,
            lastSequence: version.last_sequence,
            path,
            isPathKept: keptPaths.has(path),
            editions: own.map((row) => {
              const { number, sequence, published_at: publishedAt } = row;
              const assets = assetsIn(asked.get(editionName(row)));
              return {
                ...{ number, sequence, publishedAt, major: row.major === 1 },
                ...{ assets, found: assetsIn(found.get(editionName(row))) },
              };
            }),
          };
        }),
    }));
  }
}

type Shown = Tables['asset_shown'];

/** Which of these are really there. */
async function foundBy(db: NewsroomHandle, shown: readonly Shown[]): Promise<Shown[]> {
  const found: Shown[] = [];
  for (let from = 0; from < shown.length; from += PLACEMENTS_AT_ONCE) {
    const some = shown.slice(from, from + PLACEMENTS_AT_ONCE);
    const keys = some.map((row) => sql`(${row.asset}, ${row.release}, ${row.locale}, cast(${row.number} as integer))`);
    const rows = db.selectFrom('asset_shown').selectAll();
    const here = rows.where(sql<boolean>`(asset, release, locale, number) in (values ${sql.join(keys)})`);
    found.push(...(await here.execute()));
  }
  return found;
}

function editionName({ release, locale, number }: Omit<Shown, 'asset'>): string {
  return `${release} ${locale} ${number}`;
}

function assetsIn(shown: readonly Shown[] = []): string[] {
  return shown.map((row) => row.asset);
}

interface ReferenceRow {
  readonly id: string;
  readonly office: string;
  readonly reference_year: number;
  readonly reference_number: number;
}

function referenceOf(row: ReferenceRow) {
  return { office: row.office, year: row.reference_year, number: row.reference_number };
}

function pathOf(releases: readonly ReferenceRow[], version: { release: string; locale: string; slug: string }): string {
  const release = releases.find((row) => row.id === version.release);
  return release === undefined ? '' : textPath(version.locale, referenceOf(release), version.slug);
}

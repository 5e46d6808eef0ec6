import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import { runCompiled } from './compile-once.query.ts';
import type { PlaceKey } from './spans.ts';
import { yearText } from './stretch.query.ts';
import { wholeFrom } from './whole-columns.query.ts';
import type { YearPortion } from './whole-release.ts';

/** The years of the organisation's whole list, oldest first. */
export async function yearsOf(db: PublishedHandle): Promise<{ year: number; releases: number }[]> {
  const months = await db
    .selectFrom('month_count')
    .select(['month', 'count'])
    .where('list', '=', 'organisation')
    .where('scope', '=', 'any')
    .orderBy('month')
    .execute();
  const years = new Map<number, number>();
  for (const { month, count } of months) {
    const year = Number(month.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([year, releases]) => ({ year, releases }));
}

/** The years of the releases that an act between these sequences was about. */
export async function yearsTouched(db: PublishedHandle, after: number, until: number): Promise<number[]> {
  const year = sql<string>`substr(release.day, 1, 4)`.as('year');
  const rows = await db
    .selectFrom('edition')
    .innerJoin('release', 'release.id', 'edition.release')
    .select(year)
    .where('edition.sequence', '>', after)
    .where('edition.sequence', '<=', until)
    .union(
      db
        .selectFrom('language_version as version')
        .innerJoin('release', 'release.id', 'version.release')
        .select(year)
        .where('version.ended_sequence', '>', after)
        .where('version.ended_sequence', '<=', until),
    )
    .execute();
  return rows.map((row) => Number(row.year)).sort((one, other) => one - other);
}

/** Hours by which civil days differ from UTC at the most, either way. */
const ZONES = { ahead: '14', behind: '12' };

/** A stretch of the organisation's whole list, walked upwards; what lies beside the year on other clocks is passed over. */
export async function ofYear(
  db: PublishedHandle,
  { year, after, limit }: { year: number; after: PlaceKey | null; limit: number },
): Promise<YearPortion> {
  const values = {
    at: after?.at ?? `${yearText(year - 1)}-12-31T${24 - Number(ZONES.ahead)}:00:00.000Z`,
    sequence: after?.sequence ?? 0,
    until: `${yearText(year + 1)}-01-01T${ZONES.behind}:00:00.000Z`,
    firstDay: `${yearText(year)}-01-01`,
    lastDay: `${yearText(year)}-12-31`,
  };
  const rows = await runCompiled(db, `releases of year ${limit}`, values, (slot) =>
    db
      .selectFrom('placement')
      .innerJoin('release', 'release.id', 'placement.release')
      .selectAll('release')
      .where('placement.list', '=', sql.lit('organisation'))
      .where('placement.scope', '=', sql.lit('any'))
      .where(sql<boolean>`(placement.published_at, placement.sequence) > (${slot('at')}, ${slot('sequence')})`)
      .where('placement.published_at', '<', slot<string>('until'))
      .where('release.day', '>=', slot<string>('firstDay'))
      .where('release.day', '<=', slot<string>('lastDay'))
      .orderBy('placement.published_at')
      .orderBy('placement.sequence')
      .limit(sql.lit(limit)),
  );
  const last = rows.length < limit ? undefined : rows.at(-1);
  return {
    releases: await wholeFrom(db, rows),
    // Of the `any` list: the placement's key is the release's own.
    next: last === undefined ? null : { at: last.published_at, sequence: last.sequence },
  };
}

/** Walks over the acts since then: few, where a file is made again soon after each. */
export async function isRetractedSince(db: PublishedHandle, year: number, after: number): Promise<boolean> {
  const row = await db
    .selectFrom('language_version as version')
    .innerJoin('release', 'release.id', 'version.release')
    .select('release.id')
    .where('version.ended_sequence', '>', after)
    .where('version.standing', '=', 'retracted')
    .where('release.day', '>=', `${yearText(year)}-01-01`)
    .where('release.day', '<=', `${yearText(year)}-12-31`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

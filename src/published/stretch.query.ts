import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { PlaceKey } from './spans.ts';

/** A stretch of one list: from `from` up to but not including `until` (null: to the end), newest first. */
export interface Stretch {
  readonly list: string;
  readonly scope: string;
  readonly from: PlaceKey;
  readonly until: PlaceKey | null;
  /** Only items of this civil year. */
  readonly year: number | null;
  readonly limit: number;
}

/** Where a compiled query takes its values. */
export type Slots = <Value>(name: string) => Value;

/** Names the text of the query: stretches of one shape differ in their values only. */
export function shapeOf({ scope, until, year, limit }: Stretch): string {
  return `${scope === 'any'} ${until === null} ${year === null} ${limit}`;
}

/** What `placedIn` leaves slots for. */
export function valuesOf({ list, scope, from, until, year }: Stretch): Readonly<Record<string, unknown>> {
  return {
    ...{ list, scope, fromAt: from.at, from: from.sequence, untilAt: until?.at, until: until?.sequence },
    ...{ firstDay: `${yearText(year ?? 1)}-01-01`, lastDay: `${yearText(year ?? 1)}-12-31` },
  };
}

/** The releases that stand there, and their places, newest first. */
export function placedIn(db: PublishedHandle, { scope, until, year, limit }: Stretch, slot: Slots) {
  const placed = db
    .selectFrom('placement')
    .select(['placement.release', 'placement.published_at', 'placement.sequence'])
    .where('placement.list', '=', slot<string>('list'))
    .where('placement.scope', '=', slot<string>('scope'))
    .where(sql<boolean>`(placement.published_at, placement.sequence) >= (${slot('fromAt')}, ${slot('from')})`)
    .orderBy('placement.published_at', 'desc')
    .orderBy('placement.sequence', 'desc')
    // Written into the query: as a parameter it makes SQLite take a third longer.
    .limit(sql.lit(limit));
  const bounded =
    until === null
      ? placed
      : placed.where(
          sql<boolean>`(placement.published_at, placement.sequence) < (${slot('untilAt')}, ${slot('until')})`,
        );
  if (year === null) return bounded;
  if (scope === 'any') {
    return bounded
      .innerJoin('release', 'release.id', 'placement.release')
      .where('release.day', '>=', slot<string>('firstDay'))
      .where('release.day', '<=', slot<string>('lastDay'));
  }
  return bounded
    .innerJoin('language_version as version', 'version.release', 'placement.release')
    .where('version.locale', '=', slot<string>('scope'))
    .where('version.day', '>=', slot<string>('firstDay'))
    .where('version.day', '<=', slot<string>('lastDay'));
}

export function yearText(year: number): string {
  return String(year).padStart(4, '0');
}

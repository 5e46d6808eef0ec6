import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { Organisation } from '../offices/office.ts';
import type { Locale } from '../platform/locales.ts';
import { runCompiled } from './compile-once.query.ts';
import { itemsAsOf, itemsIn, type Showing } from './item.query.ts';
import { type ListSubject, listKey, scopeOf } from './list.ts';
import type { CountedPage, ListPage } from './published-release.ts';
import type { PlaceKey } from './spans.ts';
import { type Stretch, yearText } from './stretch.query.ts';

/** The most that any page shows; a span that holds more goes on at `…/after/{sequence}`. */
const MAX_ITEMS = 40;

/** Hours by which civil days differ from UTC at the most, either way. */
const ZONES = { ahead: '14', behind: '12' };

export interface PageRow {
  readonly number: number;
  readonly starts: PlaceKey;
}

export interface Asked {
  readonly subject: ListSubject;
  readonly locale: Locale;
  readonly organisation: Organisation;
}

export interface Shelf {
  readonly list: string;
  readonly scope: string;
  readonly showing: Showing;
}

/** The list's own address: the newest page and the one before it joined. */
export async function newestPage(db: PublishedHandle, asked: Asked): Promise<CountedPage> {
  const shelf = shelfOf(asked);
  const pages = await newestPages(db, shelf, 2);
  const [newest] = pages;
  const oldest = pages.at(-1);
  if (newest === undefined || oldest === undefined) return emptyPage(asked);

  const stretch = { ...shelf, from: oldest.starts, until: null, year: null };
  const { items, rest } = await bounded(db, shelf, stretch);
  return {
    ...named(asked, null, null),
    items,
    older: oldest.number > 1 ? oldest.number - 1 : null,
    newer: null,
    rest: rest === null ? null : { page: oldest.number, after: rest },
    newest: newest.number,
  };
}

/** 0 for an empty list. */
export async function newestNumber(db: PublishedHandle, asked: Asked): Promise<number> {
  const [newest] = await newestPages(db, shelfOf(asked), 1);
  return newest?.number ?? 0;
}

export async function fixedPage(
  db: PublishedHandle,
  asked: Asked,
  number: number,
  after: number | null,
): Promise<ListPage | null> {
  const shelf = shelfOf(asked);
  const [page] = await pagesFrom(db, shelf, number);
  if (page === undefined) return null;
  const [[next], [newest]] = await Promise.all([pagesFrom(db, shelf, number + 1), newestPages(db, shelf, 1)]);
  const until = after === null ? (next?.starts ?? null) : await keyOf(db, shelf, after);
  if (after !== null && (until === null || isOutside(until, page, next))) return null;

  const { items, rest } = await bounded(db, shelf, { ...shelf, from: page.starts, until, year: null });
  // Below the oldest item of a page there is nothing.
  if (items.length === 0) return null;
  const last = newest?.number ?? number;
  const isFarBelow = number + 1 <= last - 2;
  return {
    ...named(asked, number, null),
    items,
    older: number > 1 ? number - 1 : null,
    newer: isFarBelow ? number + 1 : 'newest',
    rest: rest === null ? null : { page: number, after: rest },
    newest: isFarBelow ? null : last,
  };
}

/** The fixed pages of a list clipped to a civil year; without a number the newest two of them joined. */
export async function yearPage(
  db: PublishedHandle,
  asked: Asked,
  year: number,
  number: number | null,
  after: number | null,
): Promise<ListPage | null> {
  const shelf = shelfOf(asked);
  const ends = await yearEnds(db, shelf, year);
  if (ends === null || (number !== null && (number < ends.first || number > ends.last))) return null;

  const from = number ?? Math.max(ends.first, ends.last - 1);
  const to = number ?? ends.last;
  const [page] = await pagesFrom(db, shelf, from);
  const [next] = await pagesFrom(db, shelf, to + 1);
  if (page === undefined) return null;
  const until = after === null ? (next?.starts ?? null) : await keyOf(db, shelf, after);
  if (after !== null && (until === null || isOutside(until, page, next))) return null;

  const { items, rest } = await bounded(db, shelf, { ...shelf, from: page.starts, until, year });
  if (items.length === 0) return null;
  return {
    ...named(asked, number, year),
    items,
    older: from > ends.first ? from - 1 : null,
    newer: number === null ? null : to + 1 <= ends.last - 2 ? to + 1 : 'newest',
    rest: rest === null ? null : { page: from, after: rest },
    newest: ends.last,
  };
}

export function shelfOf({ subject, locale, organisation }: Asked): Shelf {
  const scope = scopeOf(organisation, locale);
  const showing = { scope, locale, fallback: organisation.defaultLocale };
  return { list: listKey(subject), scope, showing };
}

export function named({ subject, locale, organisation }: Asked, number: number | null, year: number | null) {
  return { subject, locale, scope: scopeOf(organisation, locale), number, year };
}

function emptyPage(asked: Asked): CountedPage {
  return { ...named(asked, null, null), items: [], older: null, newer: null, rest: null, newest: 0 };
}

/** @param asOf the sequence of the act after which it stood so; null: as it stands. */
export async function bounded(
  db: PublishedHandle,
  shelf: Shelf,
  stretch: Omit<Stretch, 'limit'>,
  asOf: number | null = null,
) {
  const some = { ...stretch, limit: MAX_ITEMS + 1 };
  const items = await (asOf === null ? itemsIn(db, some, shelf.showing) : itemsAsOf(db, some, shelf.showing, asOf));
  const shown = items.slice(0, MAX_ITEMS);
  return { items: shown, rest: items.length > MAX_ITEMS ? (shown.at(-1)?.sequence ?? null) : null };
}

function pageRows(db: PublishedHandle, shelf: Pick<Shelf, 'list' | 'scope'>) {
  return db
    .selectFrom('page')
    .select(['number', 'starts_at', 'starts_sequence'])
    .where('list', '=', shelf.list)
    .where('scope', '=', shelf.scope);
}

export async function pagesFrom(db: PublishedHandle, shelf: Shelf, number: number): Promise<PageRow[]> {
  const { list, scope } = shelf;
  const rows = await runCompiled(db, 'page', { list, scope, number }, (slot) =>
    pageRows(db, { list: slot('list'), scope: slot('scope') }).where('number', '=', slot<number>('number')),
  );
  return rows.map(pageFrom);
}

/** Newest first. */
export async function newestPages(db: PublishedHandle, { list, scope }: Shelf, limit: number): Promise<PageRow[]> {
  const rows = await runCompiled(db, `newest pages ${limit}`, { list, scope }, (slot) =>
    pageRows(db, { list: slot('list'), scope: slot('scope') })
      .orderBy('number', 'desc')
      .limit(sql.lit(limit)),
  );
  return rows.map(pageFrom);
}

function pageFrom(row: { number: number; starts_at: string; starts_sequence: number }): PageRow {
  return { number: row.number, starts: { at: row.starts_at, sequence: row.starts_sequence } };
}

/** Where the item with this sequence stands in the list, found by the text that became public with it. */
async function keyOf(db: PublishedHandle, shelf: Shelf, sequence: number): Promise<PlaceKey | null> {
  const table = shelf.scope === 'any' ? 'release' : 'language_version';
  const row = await db.selectFrom(table).select('published_at').where('sequence', '=', sequence).executeTakeFirst();
  if (row === undefined) return null;
  const placed = await db
    .selectFrom('placement')
    .select('sequence')
    .where('list', '=', shelf.list)
    .where('scope', '=', shelf.scope)
    .where('published_at', '=', row.published_at)
    .where('sequence', '=', sequence)
    .executeTakeFirst();
  return placed === undefined ? null : { at: row.published_at, sequence };
}

function isOutside(key: PlaceKey, page: PageRow, next: PageRow | undefined): boolean {
  const text = ({ at, sequence }: PlaceKey) => `${at} ${String(sequence).padStart(12, '0')}`;
  return text(key) < text(page.starts) || (next !== undefined && text(key) >= text(next.starts));
}

/** The oldest and the newest page that can hold something of the year, wherever its offices are. */
async function yearEnds(
  db: PublishedHandle,
  shelf: Shelf,
  year: number,
): Promise<{ first: number; last: number } | null> {
  const { list, scope } = shelf;
  const months = { list, scope, from: `${yearText(year)}-01`, to: `${yearText(year)}-12` };
  const [counted] = await runCompiled(db, 'months of year', months, (slot) =>
    db
      .selectFrom('month_count')
      .select([sql<string | null>`min(month)`.as('first'), sql<string | null>`max(month)`.as('last')])
      .where('list', '=', slot<string>('list'))
      .where('scope', '=', slot<string>('scope'))
      .where('month', '>=', slot<string>('from'))
      .where('month', '<=', slot<string>('to')),
  );
  if (!counted?.first || !counted.last) return null;

  const newestKey = await edge(db, shelf, year, 'desc');
  const oldestKey = await edge(db, shelf, year, 'asc');
  if (newestKey === null || oldestKey === null) return null;
  const [last] = await spanAt(db, shelf, newestKey);
  const [first] = await spanAt(db, shelf, oldestKey);
  return last === undefined || first === undefined ? null : { first, last };
}

/** The first or last item of the year: at most the items of a day beside it are passed over. */
async function edge(db: PublishedHandle, shelf: Shelf, year: number, way: 'asc' | 'desc'): Promise<PlaceKey | null> {
  const { list, scope } = shelf;
  const values = {
    ...{ list, scope },
    from: `${yearText(year - 1)}-12-31T${24 - Number(ZONES.ahead)}:00:00.000Z`,
    until: `${yearText(year + 1)}-01-01T${ZONES.behind}:00:00.000Z`,
    firstDay: `${yearText(year)}-01-01`,
    lastDay: `${yearText(year)}-12-31`,
  };
  const day = scope === 'any' ? 'release.day' : 'version.day';
  const [row] = await runCompiled(db, `edge ${day} ${way}`, values, (slot) =>
    db
      .selectFrom('placement')
      .innerJoin('release', 'release.id', 'placement.release')
      .leftJoin('language_version as version', (join) =>
        join.onRef('version.release', '=', 'placement.release').on('version.locale', '=', slot<string>('scope')),
      )
      .select(['placement.published_at', 'placement.sequence'])
      .where('placement.list', '=', slot<string>('list'))
      .where('placement.scope', '=', slot<string>('scope'))
      .where('placement.published_at', '>=', slot<string>('from'))
      .where('placement.published_at', '<', slot<string>('until'))
      .where(day, '>=', slot<string>('firstDay'))
      .where(day, '<=', slot<string>('lastDay'))
      .orderBy('placement.published_at', way)
      .orderBy('placement.sequence', way)
      .limit(sql.lit(1)),
  );
  return row === undefined ? null : { at: row.published_at, sequence: row.sequence };
}

async function spanAt(db: PublishedHandle, shelf: Shelf, key: PlaceKey): Promise<number[]> {
  const { list, scope } = shelf;
  const rows = await runCompiled(db, 'span at', { list, scope, ...key }, (slot) =>
    pageRows(db, { list: slot('list'), scope: slot('scope') })
      .where(sql<boolean>`(starts_at, starts_sequence) <= (${slot('at')}, ${slot('sequence')})`)
      .orderBy('starts_at', 'desc')
      .orderBy('starts_sequence', 'desc')
      .limit(sql.lit(1)),
  );
  return rows.map((row) => row.number);
}

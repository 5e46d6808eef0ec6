import type { PublishedHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import { type ListSubject, listKey } from './list.ts';
import type { ListAsOf, ListState } from './memento.ts';
import { type Asked, bounded, named, newestPages, type PageRow, pagesFrom, type Shelf, shelfOf } from './page.query.ts';

export async function listStates(
  db: PublishedHandle,
  subject: ListSubject,
  after: number,
  limit: number,
): Promise<ListState[]> {
  const from = Math.max(after, await toldSince(db, subject));
  const rows = await db
    .selectFrom('public_state')
    .selectAll()
    .where('sequence', '>', from)
    .orderBy('sequence')
    .limit(limit)
    .execute();
  return rows.map(stateFrom);
}

export async function listStateAt(
  db: PublishedHandle,
  subject: ListSubject,
  at: Instant | null,
): Promise<ListState | null> {
  const all = db.selectFrom('public_state').selectAll();
  const begun = at === null ? all : all.where('at', '<=', at);
  const row = await begun
    .where('sequence', '>', await toldSince(db, subject))
    .orderBy('at', 'desc')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : stateFrom(row);
}

export async function listAsOf(db: PublishedHandle, asked: Asked, sequence: number): Promise<ListAsOf | null> {
  const state = await db.selectFrom('public_state').selectAll().where('sequence', '=', sequence).executeTakeFirst();
  if (state === undefined || sequence <= (await toldSince(db, asked.subject))) return null;
  const { at } = stateFrom(state);
  const page = { ...named(asked, null, null), newer: null };
  const shelf = shelfOf(asked);
  const newest = await newestPageAsOf(db, shelf, sequence);
  if (newest === null) return { at, page: { ...page, items: [], older: null, rest: null, newest: 0 } };

  const [before] = newest.number > 1 ? await pagesFrom(db, shelf, newest.number - 1) : [];
  const oldest = before ?? newest;
  const [next] = await pagesFrom(db, shelf, newest.number + 1);
  const stretch = { ...shelf, from: oldest.starts, until: next?.starts ?? null, year: null };
  const { items, rest } = await bounded(db, shelf, stretch, sequence);
  const older = oldest.number > 1 ? oldest.number - 1 : null;
  const onward = rest === null ? null : { page: oldest.number, after: rest };
  // The first page begins at the beginning, before anything is on it.
  return { at, page: { ...page, items, older, rest: onward, newest: items.length === 0 ? 0 : newest.number } };
}

/** Each page but the first was opened by a later act than the one before it, so halving finds the last that was there. */
async function newestPageAsOf(db: PublishedHandle, shelf: Shelf, sequence: number): Promise<PageRow | null> {
  const [newest] = await newestPages(db, shelf, 1);
  let low = 0;
  let high = newest?.number ?? 0;
  let found: PageRow | null = null;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [page] = await pagesFrom(db, shelf, middle);
    if (page !== undefined && page.starts.sequence <= sequence) {
      found = page;
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** Until this act the list had another rule. */
async function toldSince(db: PublishedHandle, subject: ListSubject): Promise<number> {
  const since = db.selectFrom('list_since').select('sequence').where('list', '=', listKey(subject));
  return (await since.executeTakeFirst())?.sequence ?? 0;
}

function stateFrom({ sequence, at }: { sequence: number; at: string }): ListState {
  return { sequence, at: at as Instant };
}

import { sql } from 'kysely';
import type { Engine } from '../database/engine.ts';
import { inside, type Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { runCompiled } from './compile-once.query.ts';
import type { NewPlacement } from './publication.ts';
import { isBefore, type ListEnd, type PlaceKey, placeIn, type Span } from './spans.ts';

type Page = Tables['page'];

/** Adds placements with their page and month counts. */
export async function writePlacements(engine: Engine, tx: Tx, placements: readonly NewPlacement[]): Promise<void> {
  const rows: Tables['placement'][] = [];
  const shelves = new Map<string, Shelf>();
  const months = new Map<string, Tables['month_count']>();

  for (const { lists, scope, release, moment } of placements) {
    const month = moment.day.slice(0, 7);
    for (const list of lists) {
      rows.push({ list, scope, published_at: moment.at, sequence: moment.sequence, release });
      const name = `${list} ${scope}`;
      let shelf = shelves.get(name);
      if (shelf === undefined) shelves.set(name, (shelf = await openShelf(engine, tx, list, scope)));
      await shelf.place({ at: moment.at, sequence: moment.sequence });
      const counted = months.get(`${name} ${month}`);
      if (counted === undefined) months.set(`${name} ${month}`, { list, scope, month, count: 1 });
      else counted.count += 1;
    }
  }

  await engine.insertRows(tx, 'placement', rows);
  await engine.insertRows(
    tx,
    'page',
    [...shelves.values()].flatMap((shelf) => shelf.opened()),
  );
  for (const shelf of shelves.values()) await shelf.addCounts();
  await addMonths(engine, tx, [...months.values()]);
}

/** The pages of one list while a transaction fills them. */
interface Shelf {
  place(key: PlaceKey): Promise<void>;
  opened(): Page[];
  addCounts(): Promise<void>;
}

async function openShelf(engine: Engine, tx: Tx, list: string, scope: string): Promise<Shelf> {
  let end = await endOf(engine, tx, list, scope);
  const opened: Page[] = [];
  const joined = new Map<number, number>();
  let lastFound: { span: Span; until: PlaceKey } | null = null;

  const join = (number: number) => {
    const fresh = opened.find((page) => page.number === number);
    if (fresh !== undefined) fresh.count += 1;
    else joined.set(number, (joined.get(number) ?? 0) + 1);
  };

  return {
    async place(key) {
      const placed = placeIn(end, key);
      if ('opens' in placed) {
        const { number, starts } = placed.opens;
        opened.push({ list, scope, number, starts_at: starts.at, starts_sequence: starts.sequence, count: 1 });
        end = { page: placed.opens, newest: key };
        return;
      }
      if (placed.joins === 'newest' && end !== null) {
        join(end.page.number);
        end = {
          page: { ...end.page, count: end.page.count + 1 },
          newest: isBefore(end.newest, key) ? key : end.newest,
        };
        return;
      }
      const fresh = opened.findLast((page) => !isBefore(key, { at: page.starts_at, sequence: page.starts_sequence }));
      if (fresh !== undefined) {
        fresh.count += 1;
        return;
      }
      if (lastFound === null || isBefore(key, lastFound.span.starts) || !isBefore(key, lastFound.until)) {
        lastFound = await spanOf(tx, list, scope, key, opened[0]);
      }
      join(lastFound.span.number);
    },
    opened: () => opened,
    async addCounts() {
      for (const [number, more] of joined) {
        await runCompiled(
          inside(tx),
          'add to page',
          { list, scope, number, more },
          (slot) =>
            inside(tx)
              .updateTable('page')
              .set((row) => ({ count: row('count', '+', slot<number>('more')) }))
              .where('list', '=', slot<string>('list'))
              .where('scope', '=', slot<string>('scope'))
              .where('number', '=', slot<number>('number')),
          engine,
        );
      }
    },
  };
}

async function endOf(engine: Engine, tx: Tx, list: string, scope: string): Promise<ListEnd | null> {
  const db = inside(tx);
  const [newest] = await runCompiled(
    db,
    'newest placement',
    { list, scope },
    (slot) =>
      db
        .selectFrom('placement')
        .select(['published_at', 'sequence'])
        .where('list', '=', slot<string>('list'))
        .where('scope', '=', slot<string>('scope'))
        .orderBy('published_at', 'desc')
        .orderBy('sequence', 'desc')
        .limit(1),
    engine,
  );
  if (newest === undefined) return null;
  const [page] = await runCompiled(
    db,
    'newest page',
    { list, scope },
    (slot) =>
      db
        .selectFrom('page')
        .selectAll()
        .where('list', '=', slot<string>('list'))
        .where('scope', '=', slot<string>('scope'))
        .orderBy('number', 'desc')
        .limit(1),
    engine,
  );
  if (page === undefined) return null;
  return { page: spanFrom(page), newest: { at: newest.published_at, sequence: newest.sequence } };
}

/** The written span a key falls in, and where the next begins; that may be a page which this transaction opens. */
async function spanOf(
  tx: Tx,
  list: string,
  scope: string,
  key: PlaceKey,
  unwritten: Page | undefined,
): Promise<{ span: Span; until: PlaceKey }> {
  const pages = inside(tx).selectFrom('page').selectAll().where('list', '=', list).where('scope', '=', scope);
  const place = sql`(${sql.val(key.at)}, ${sql.val(key.sequence)})`;
  const page = await pages
    .where(sql<boolean>`(starts_at, starts_sequence) <= ${place}`)
    .orderBy('starts_at', 'desc')
    .orderBy('starts_sequence', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  const next = (await pages.where('number', '=', page.number + 1).executeTakeFirst()) ?? unwritten ?? page;
  return { span: spanFrom(page), until: { at: next.starts_at, sequence: next.starts_sequence } };
}

function spanFrom(page: Page): Span {
  return { number: page.number, starts: { at: page.starts_at, sequence: page.starts_sequence }, count: page.count };
}

async function addMonths(engine: Engine, tx: Tx, months: readonly Tables['month_count'][]): Promise<void> {
  const db = inside(tx);
  for (const month of months) {
    await runCompiled(
      db,
      'add to month',
      month,
      (slot) =>
        db
          .insertInto('month_count')
          .values({ list: slot('list'), scope: slot('scope'), month: slot('month'), count: slot('count') })
          .onConflict((conflict) =>
            conflict
              .columns(['list', 'scope', 'month'])
              .doUpdateSet((row) => ({ count: row('month_count.count', '+', row.ref('excluded.count')) })),
          ),
      engine,
    );
  }
}

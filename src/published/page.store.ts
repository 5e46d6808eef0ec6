import { sql } from 'kysely';
import type { Engine } from '../database/engine.ts';
import { inside, type Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { runCompiled } from './compile-once.query.ts';
import type { ListEnd, PlaceKey, Span } from './spans.ts';

export interface ListName {
  readonly list: string;
  readonly scope: string;
}

/** The newest page of each of these lists, by `list scope`; none for a list that is empty. */
export async function endsOf(engine: Engine, tx: Tx, lists: readonly ListName[]): Promise<Map<string, ListEnd>> {
  const db = inside(tx);
  const ends = new Map<string, ListEnd>();
  for (const some of inPowersOfTwo(lists)) {
    const rows = await runCompiled<EndRow>(
      db,
      `ends of ${some.length} lists`,
      numbered(some),
      (slot) => ({
        compile: () => {
          const wanted = some.map((_, n) => sql`(${slot(`list${n}`)}, ${slot(`scope${n}`)})`);
          const newest = sql`from placement as own where own.list = page.list and own.scope = page.scope
            order by own.published_at desc, own.sequence desc limit 1`;
          return sql<EndRow>`select page.*,
              (select own.published_at ${newest}) as newest_at, (select own.sequence ${newest}) as newest_sequence
            from (values ${sql.join(wanted)}) as wanted
            join page on page.list = wanted.column1 and page.scope = wanted.column2 and page.number =
              (select max(number) from page where page.list = wanted.column1 and page.scope = wanted.column2)`.compile(
            db,
          );
        },
      }),
      engine,
    );
    for (const row of rows) {
      const newest = { at: row.newest_at, sequence: row.newest_sequence };
      ends.set(`${row.list} ${row.scope}`, { page: spanFrom(row), newest });
    }
  }
  return ends;
}

type EndRow = Tables['page'] & { newest_at: string; newest_sequence: number };

/** The page a key falls in, and where the next begins; null at the newest. */
export async function spanAt(
  engine: Engine,
  tx: Tx,
  { list, scope }: ListName,
  key: PlaceKey,
): Promise<{ span: Span; until: PlaceKey | null }> {
  const db = inside(tx);
  const rows = await runCompiled(
    db,
    'page at a key',
    { list, scope, ...key },
    (slot) =>
      db
        .selectFrom('page')
        .selectAll()
        .where('list', '=', slot<string>('list'))
        .where('scope', '=', slot<string>('scope'))
        .where(sql<boolean>`(starts_at, starts_sequence) <= (${slot('at')}, ${slot('sequence')})`)
        .orderBy('starts_at', 'desc')
        .orderBy('starts_sequence', 'desc')
        .limit(1),
    engine,
  );
  const page = rows[0] as Tables['page'];
  const [next] = await runCompiled(
    db,
    'page by number',
    { list, scope, number: page.number + 1 },
    (slot) =>
      db
        .selectFrom('page')
        .select(['starts_at', 'starts_sequence'])
        .where('list', '=', slot<string>('list'))
        .where('scope', '=', slot<string>('scope'))
        .where('number', '=', slot<number>('number')),
    engine,
  );
  const until = next === undefined ? null : { at: next.starts_at, sequence: next.starts_sequence };
  return { span: spanFrom(page), until };
}

function spanFrom(page: Tables['page']): Span {
  return { number: page.number, starts: { at: page.starts_at, sequence: page.starts_sequence }, count: page.count };
}

/** Raises the counts of pages; each is named once. */
export async function addToPages(
  engine: Engine,
  tx: Tx,
  pages: readonly (ListName & { readonly number: number; readonly more: number })[],
): Promise<void> {
  const db = inside(tx);
  for (const some of inPowersOfTwo(pages)) {
    await runCompiled(
      db,
      `add to ${some.length} pages`,
      numbered(some),
      (slot) => ({
        compile: () => {
          const added = some.map(
            (_, n) =>
              sql`(${slot(`list${n}`)}, ${slot(`scope${n}`)}, cast(${slot(`number${n}`)} as integer), cast(${slot(`more${n}`)} as integer))`,
          );
          return sql`update page set count = page.count + added.column4 from (values ${sql.join(added)}) as added
            where page.list = added.column1 and page.scope = added.column2 and page.number = added.column3`.compile(db);
        },
      }),
      engine,
    );
  }
}

/** Adds to the counts of months; each is named once. @returns those that had nothing before. */
export async function addMonths(
  engine: Engine,
  tx: Tx,
  months: readonly Tables['month_count'][],
): Promise<readonly Tables['month_count'][]> {
  const db = inside(tx);
  const opened: Tables['month_count'][] = [];
  for (const some of inPowersOfTwo(months)) {
    const counted = await runCompiled(
      db,
      `add to ${some.length} months`,
      numbered(some),
      (slot) =>
        db
          .insertInto('month_count')
          .values(
            some.map((_, n) => ({
              list: slot(`list${n}`),
              scope: slot(`scope${n}`),
              month: slot(`month${n}`),
              count: slot(`count${n}`),
            })),
          )
          .onConflict((conflict) =>
            conflict
              .columns(['list', 'scope', 'month'])
              .doUpdateSet((row) => ({ count: row('month_count.count', '+', row.ref('excluded.count')) })),
          )
          .returningAll(),
      engine,
    );
    const added = new Map(some.map((one) => [nameOf(one), one.count]));
    opened.push(...counted.filter((one) => added.get(nameOf(one)) === one.count));
  }
  return opened;
}

function nameOf({ list, scope, month }: Tables['month_count']): string {
  return `${list} ${scope} ${month}`;
}

/** Lists that had nothing in some year before these months, which are new themselves. */
export async function newYears(
  engine: Engine,
  tx: Tx,
  months: readonly Tables['month_count'][],
): Promise<readonly ListName[]> {
  const db = inside(tx);
  const added = new Map<string, ListName & { from: string; to: string; count: number }>();
  for (const { list, scope, month } of months) {
    const year = month.slice(0, 4);
    const name = `${list} ${scope} ${year}`;
    const count = (added.get(name)?.count ?? 0) + 1;
    added.set(name, { list, scope, from: `${year}-01`, to: `${year}-12`, count });
  }
  const lists: ListName[] = [];
  for (const some of inPowersOfTwo([...added.values()])) {
    const known = await runCompiled<YearRow>(
      db,
      `months of ${some.length} years`,
      numbered(some),
      (slot) => ({
        compile: () => {
          const wanted = some.map(
            (_, n) => sql`(${slot(`list${n}`)}, ${slot(`scope${n}`)}, ${slot(`from${n}`)}, ${slot(`to${n}`)})`,
          );
          return sql<YearRow>`select own.list, own.scope, wanted.column3 as first, count(*) as count
            from (values ${sql.join(wanted)}) as wanted
            join month_count as own on own.list = wanted.column1 and own.scope = wanted.column2
              and own.month between wanted.column3 and wanted.column4
            group by own.list, own.scope, wanted.column3`.compile(db);
        },
      }),
      engine,
    );
    for (const { list, scope, first, count } of known) {
      if (added.get(`${list} ${scope} ${first.slice(0, 4)}`)?.count === count) lists.push({ list, scope });
    }
  }
  return lists;
}

type YearRow = ListName & { readonly first: string; readonly count: number };

/** Enough that a statement's own cost no longer counts. */
const MOST_AT_ONCE = 64;

/** Many rows in one statement, and few shapes of statements: 64 rows as often as they are there, then 32, 16, … 1. */
function* inPowersOfTwo<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  let from = 0;
  for (let size = MOST_AT_ONCE; size >= 1; size /= 2) {
    for (; from + size <= rows.length; from += size) yield rows.slice(from, from + size);
  }
}

/** `[{ list: 'a' }, { list: 'b' }]` → `{ list0: 'a', list1: 'b' }` */
function numbered(rows: readonly object[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [n, row] of rows.entries()) {
    for (const [name, value] of Object.entries(row)) values[`${name}${n}`] = value;
  }
  return values;
}

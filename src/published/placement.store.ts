import type { Engine } from '../database/engine.ts';
import type { Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import { addMonths, addToPages, endsOf, type ListName, newYears, spanAt } from './page.store.ts';
import type { NewPlacement } from './publication.ts';
import { isBefore, type ListEnd, type PlaceKey, placeIn, type Span } from './spans.ts';
import { subjectOf } from './subject.ts';
import type { Touched } from './touched.ts';

type Page = Tables['page'];

/** Adds placements with their page and month counts. */
export async function writePlacements(
  engine: Engine,
  tx: Tx,
  placements: readonly NewPlacement[],
  touched: Touched,
): Promise<void> {
  const lists = new Map<string, FilledList>();
  for (const { lists: on, scope, release, moment } of placements) {
    const month = moment.day.slice(0, 7);
    for (const list of on) {
      const name = `${list} ${scope}`;
      let found = lists.get(name);
      if (found === undefined) lists.set(name, (found = { list, scope, rows: [], months: new Map() }));
      found.rows.push({ list, scope, published_at: moment.at, sequence: moment.sequence, release });
      found.months.set(month, (found.months.get(month) ?? 0) + 1);
    }
  }

  const ends = await endsOf(engine, tx, [...lists.values()]);
  const written: Shelf[] = [];
  for (const [name, list] of lists) {
    const shelf = shelfFrom(list, ends.get(name) ?? null, (key) => spanAt(engine, tx, list, key));
    for (const { published_at: at, sequence } of list.rows) await shelf.place({ at, sequence });
    written.push(shelf);
  }

  // List by list, as they lie on disk: neighbours are written together.
  const inOrder = [...lists].sort(([one], [other]) => (one < other ? -1 : 1));
  await engine.insertRows(
    tx,
    'placement',
    inOrder.flatMap(([, { rows }]) => rows),
  );
  await engine.insertRows(
    tx,
    'page',
    written.flatMap((shelf) => shelf.opened),
  );
  await addToPages(
    engine,
    tx,
    written.flatMap((shelf) => shelf.joined()),
  );
  const months = inOrder.flatMap(([, { list, scope, months }]) =>
    [...months].map(([month, count]) => ({ list, scope, month, count })),
  );
  const opened = await addMonths(engine, tx, months);
  if (touched.isEverything) return;
  for (const shelf of written) touchPages(touched, shelf);
  for (const { month, ...shelf } of months) {
    touched.add(subjectOf.year(shelf, Number(month.slice(0, 4))));
    touched.add(subjectOf.months(shelf));
  }
  for (const shelf of await newYears(engine, tx, opened)) touched.add(subjectOf.years(shelf));
}

function touchPages(touched: Touched, { opened, joined }: Shelf): void {
  for (const page of joined()) touched.add(subjectOf.page(page, page.number));
  for (const page of opened) {
    touched.add(subjectOf.page(page, page.number));
    touched.add(subjectOf.end(page));
    if (page.number === 1 && isNamedByItself(page)) touched.addEverything();
  }
}

/**
 * Countries and types are in every page's menus from their first release on, in whatever language; offices and topics are there without
 * one. In a language of its own a list begins behind the one of all languages, and only who asked for it hears of that.
 */
function isNamedByItself({ list, scope }: ListName): boolean {
  return scope === 'any' && /^(?:country|type):/.test(list);
}

/** What comes onto one list. */
interface FilledList extends ListName {
  readonly rows: Tables['placement'][];
  readonly months: Map<string, number>;
}

/** The pages of one list while a transaction fills them. */
interface Shelf {
  place(key: PlaceKey): Promise<void>;
  readonly opened: readonly Page[];
  /** How many more each page has that was here before. */
  joined(): (ListName & { readonly number: number; readonly more: number })[];
}

/** @param findSpan of the pages that are written: the one a key falls in, and where the next begins. */
function shelfFrom(
  { list, scope }: ListName,
  before: ListEnd | null,
  findSpan: (key: PlaceKey) => Promise<{ span: Span; until: PlaceKey | null }>,
): Shelf {
  let end = before;
  const opened: Page[] = [];
  const joined = new Map<number, number>();
  let lastFound: { span: Span; until: PlaceKey | null } | null = null;
  const isIn = (key: PlaceKey, { span, until }: { span: Span; until: PlaceKey | null }) =>
    !isBefore(key, span.starts) && until !== null && isBefore(key, until);

  const join = (number: number) => {
    const fresh = opened[number - (opened[0]?.number ?? Number.POSITIVE_INFINITY)];
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
      if (lastFound === null || !isIn(key, lastFound)) {
        const { span, until } = await findSpan(key);
        const [next] = opened;
        const here = next === undefined ? null : { at: next.starts_at, sequence: next.starts_sequence };
        lastFound = { span, until: until ?? here };
      }
      join(lastFound.span.number);
    },
    opened,
    joined: () => [...joined].map(([number, more]) => ({ list, scope, number, more })),
  };
}

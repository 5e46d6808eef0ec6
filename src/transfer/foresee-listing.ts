import type { CivilDay } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import type { ImportDeps } from './import-batch.ts';
import { type KeyTable, openKeyTable } from './key-table.ts';
import {
  alikeOf,
  type Dated,
  datedItem,
  fingerprints,
  headlinesOf,
  type Listed,
  partFresh,
  textOf,
} from './listed-item.ts';
import type { ListingEvent, ListingItem } from './listing/read-listing.ts';

/** What an import would do with an item. */
export type Foreseen =
  | { readonly outcome: 'new' }
  /** `reference` of the release that has it; null where its text was retracted, or another of the files brings it. */
  | { readonly outcome: 'here'; readonly reference: string | null }
  | { readonly outcome: 'left-out'; readonly why: string };

/** An item, and what an import would do with it; or a text outside the items. */
export type ForeseenEvent =
  | Exclude<ListingEvent, { readonly kind: 'item' }>
  | { readonly kind: 'item'; readonly item: ListingItem; readonly foreseen: Foreseen };

export interface ForeseenListing {
  readonly office: string;
  readonly locale: Locale;
  /** On the clocks of the office: what is dated later is still to come. */
  readonly today: CivilDay;
}

export interface ListingForesight {
  /** The events of one file, in their order. Files are looked at in the order in which they are to move in. */
  look(events: AsyncIterable<ListingEvent>): AsyncGenerator<ForeseenEvent>;
}

type Deps = Pick<ImportDeps, 'store'> & { readonly publishing: Pick<ImportDeps['publishing'], 'inTransaction'> };

const EVENTS_AT_ONCE = 200;

/** A list is read from its top, and of two files the later one comes in. */
const OTHER_SUMMARY =
  'Another of the files has this day and headline and another summary; one of them comes in, that of the later file. If this is another release, give it another headline in the file.';

/** An item, and the event that brought it. */
interface Waiting extends Listed {
  readonly source: ListingItem;
}

/** What is remembered of one file. */
interface InFile {
  readonly fingerprintOf: (item: Dated) => string;
  /** By day and headline: how many items there were, and how many of them are not here. */
  readonly twins: KeyTable;
  readonly fresh: KeyTable;
}

/**
 * Tells of the items of lists, while they are read, which an import would bring in; writes nothing. Of what it has seen it remembers
 * some 100 bytes an item.
 */
export function foreseeListing(deps: Deps, order: ForeseenListing): ListingForesight {
  /** By day and headline: how many of them the files so far bring; and whether one has this summary. */
  const [brought, told] = [openKeyTable(), openKeyTable()];

  return {
    async *look(events) {
      const within = { fingerprintOf: fingerprints(order), twins: openKeyTable(), fresh: openKeyTable() };
      let waiting: ListingEvent[] = [];
      for await (const event of events) {
        if (waiting.push(event) < EVENTS_AT_ONCE) continue;
        yield* await settle(waiting, within);
        waiting = [];
      }
      yield* await settle(waiting, within);
    },
  };

  async function settle(events: readonly ListingEvent[], within: InFile): Promise<ForeseenEvent[]> {
    const outcomes = new Map<ListingItem, Foreseen>();
    const listed: Waiting[] = [];
    for (const event of events) {
      if (event.kind !== 'item') continue;
      const item = datedItem(event.item, order.today);
      if ('why' in item) outcomes.set(event.item, { outcome: 'left-out', why: item.why });
      else listed.push(waitingFrom(event.item, item, within));
    }
    const { known, here } = await deps.publishing.inTransaction(async (tx) => ({
      known: await deps.store.alreadyImported(
        tx,
        listed.map(({ fingerprint }) => fingerprint),
      ),
      here: await headlinesOf(tx, deps, order, listed),
    }));
    const unknown = listed.filter(({ fingerprint }) => !known.has(fingerprint));
    const { fresh, edited } = partFresh([], unknown, here);
    const isFresh = new Set<Listed>(fresh);
    const why = new Map(edited.map((one) => [one.item, one.why]));
    for (const one of listed) {
      const left = why.get(one.item);
      if (isFresh.has(one)) outcomes.set(one.source, besideOtherFiles(one, within));
      else if (left !== undefined) outcomes.set(one.source, { outcome: 'left-out', why: left });
      else outcomes.set(one.source, { outcome: 'here', reference: alikeOf(one, here)[0]?.reference ?? null });
    }
    return events.map((event) => {
      return event.kind === 'item' ? { ...event, foreseen: outcomes.get(event.item) ?? { outcome: 'new' } } : event;
    });
  }

  /** Of an item that the newsroom does not have: as many as a file before has are those, and one more is new. */
  function besideOtherFiles(one: Listed, { fresh }: InFile): Foreseen {
    const key = keyOf(one);
    const count = counted(fresh, key);
    const withSummary = `${key} ${one.text.summary ?? ''}`;
    const isTold = told.get(withSummary) > 0;
    told.set(withSummary, 1);
    if (count > brought.get(key)) {
      brought.set(key, count);
      return { outcome: 'new' };
    }
    return isTold ? { outcome: 'here', reference: null } : { outcome: 'left-out', why: OTHER_SUMMARY };
  }
}

function waitingFrom(source: ListingItem, item: Dated, { fingerprintOf, twins }: InFile): Waiting {
  const text = textOf(item);
  const twin = counted(twins, keyOf({ item, text }));
  return { source, item, text, file: 0, fingerprint: fingerprintOf(item), twins: twin };
}

function keyOf({ item, text }: Pick<Listed, 'item' | 'text'>): string {
  return `${item.date} ${text.headline}`;
}

/** One more of these. @returns how many there are now. */
function counted(table: KeyTable, key: string): number {
  const count = table.get(key) + 1;
  table.set(key, count);
  return count;
}

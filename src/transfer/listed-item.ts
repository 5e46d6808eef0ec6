import type { Tx } from '../database/transaction.ts';
import type { SafeHtml } from '../platform/html.ts';
import { civilDayOf } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { editionText } from '../releases/edition-text.ts';
import type { HeadlineHere, ImportDeps, StagedItem } from './import-batch.ts';
import type { ListingItem } from './listing/read-listing.ts';

/** An item as it is about to become public. */
export interface Listed {
  readonly fingerprint: string;
  readonly item: ListingItem;
  readonly text: ReturnType<typeof textOf>;
  /** How many items of its day and headline the file has, up to this one, oldest first. */
  readonly twins: number;
}

export function listedItem({ fingerprint, content }: StagedItem, count: (item: ListingItem) => number): Listed {
  const item = JSON.parse(content) as ListingItem;
  return { fingerprint, item, text: textOf(item), twins: count(item) };
}

/** Items come in the order of their days, so that only those of one day are remembered. */
export function countTwins(): (item: ListingItem) => number {
  let day: string | null = null;
  const counts = new Map<string, number>();
  return ({ date, headline }) => {
    if (date !== day) counts.clear();
    day = date;
    const count = (counts.get(headline) ?? 0) + 1;
    counts.set(headline, count);
    return count;
  };
}

/** An item whose day and headline are here already, with another summary. */
export interface Edited {
  readonly item: ListingItem;
  readonly why: string;
}

/** Parts what is new from what is here under the same day and headline, with these words or with others. */
export async function partFresh(
  tx: Tx,
  deps: ImportDeps,
  order: { readonly office: string; readonly locale: Locale },
  unknown: readonly Listed[],
): Promise<{ fresh: Listed[]; edited: Edited[] }> {
  const days = unknown.map(({ item }) => civilDayOf(item.date ?? '')).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { fresh: [], edited: [] };
  const { office, locale } = order;
  const headlines = unknown.map(({ text }) => text.headline);
  const here = await deps.store.headlinesHere(tx, { office, locale, first, last, headlines });
  const fresh: Listed[] = [];
  const edited: Edited[] = [];
  for (const listed of unknown) {
    const { item, text, twins } = listed;
    const alike = here.filter(({ day, headline }) => day === item.date && headline === text.headline);
    // Two of a day may have one headline: as many as are here are those, and one more is new.
    if (twins > new Set(alike.map(({ reference }) => reference)).size) fresh.push(listed);
    else if (!alike.some(({ summary }) => summary === text.summary)) edited.push({ item, why: whyEdited(alike) });
  }
  return { fresh, edited };
}

function whyEdited(alike: readonly HeadlineHere[]): string {
  const [one] = alike;
  return `${one?.reference ?? ''} has this day and headline and another summary. Correct it there; if this is another release, give it another headline in the file.`;
}

/** @throws Fault TEXT_INVALID */
export function textOf(item: ListingItem) {
  const { kicker, headline, summary, place } = item;
  return { ...editionText({ kicker, headline, summary, place, body: '', notes: null }), body: '' as SafeHtml };
}

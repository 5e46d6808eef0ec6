import { createHash } from 'node:crypto';
import type { Tx } from '../database/transaction.ts';
import type { SafeHtml } from '../platform/html.ts';
import { type CivilDay, civilDayOf } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';
import { editionText } from '../releases/edition-text.ts';
import type { ArchiveFile, HeadlineHere, ImportDeps, StagedItem } from './import-batch.ts';
import type { ListingItem } from './listing/read-listing.ts';

/** An item that prints the day on which it was published. */
export type Dated = ListingItem & { readonly date: string };

/** An item that can come in, or why it is left out. */
export function datedItem(item: ListingItem, today: CivilDay): Dated | { readonly why: string } {
  const { date } = item;
  if (date === null) return { why: 'It has no date. Write one into the file, after its title.' };
  if (date <= today) return { ...item, date };
  return { why: `${date} is still to come. Correct the date in the file, or import it again after that day.` };
}

/** By which the items of one page, asked in its order, are known again. */
export function fingerprints(order: { readonly office: string; readonly locale: Locale }): (item: Dated) => string {
  const seen = new Map<string, number>();
  return ({ date, headline, summary }) => {
    const identity = hashOf(order.office, order.locale, date, headline, summary ?? '');
    // The same words twice on one page are two releases; the memory of them is bounded by days that repeat.
    const repeats = (seen.get(identity) ?? 0) + 1;
    if (seen.size > 10_000) seen.clear();
    seen.set(identity, repeats);
    return repeats === 1 ? identity : `${identity}:${repeats}`;
  };
}

export function hashOf(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** An item as it is about to become public. */
export interface Listed {
  readonly fingerprint: string;
  /** In which of the files of one import it stands. */
  readonly file: number;
  readonly item: ListingItem;
  readonly text: ReturnType<typeof textOf>;
  /** How many items of its day and headline its file has, up to this one, oldest first. */
  readonly twins: number;
}

export function listedItem({ fingerprint, content }: StagedItem, count: CountTwins): Listed {
  const { file, item } = JSON.parse(content) as { file: number; item: ListingItem };
  return { fingerprint, file, item, text: textOf(item), twins: count(file, item) };
}

type CountTwins = (file: number, item: ListingItem) => number;

/** Items come in the order of their days, so that only those of one day are remembered. */
export function countTwins(): CountTwins {
  let day: string | null = null;
  const counts = new Map<string, number>();
  return (file, { date, headline }) => {
    if (date !== day) counts.clear();
    day = date;
    const key = `${file} ${headline}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
}

/** An item whose day and headline are here already, with another summary. */
export interface Edited extends Pick<Listed, 'file' | 'item'> {
  readonly why: string;
}

/** What is here under the days and headlines of these items. */
export async function headlinesOf(
  tx: Tx,
  { store }: { readonly store: Pick<ImportDeps['store'], 'headlinesHere'> },
  { office, locale }: { readonly office: string; readonly locale: Locale },
  listed: readonly Pick<Listed, 'item' | 'text'>[],
): Promise<readonly HeadlineHere[]> {
  const days = listed.map(({ item }) => civilDayOf(item.date ?? '')).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const headlines = listed.map(({ text }) => text.headline);
  return store.headlinesHere(tx, { office, locale, first, last, headlines });
}

/**
 * Parts what is new from what is here under the same day and headline, with these words or with others; and from what another of
 * the files brings at the same time.
 */
export function partFresh(
  files: readonly Pick<ArchiveFile, 'name'>[],
  unknown: readonly Listed[],
  here: readonly HeadlineHere[],
): { fresh: Listed[]; edited: Edited[] } {
  const fresh: Listed[] = [];
  const edited: Edited[] = [];
  for (const listed of unknown) {
    const { file, item, text, twins } = listed;
    const alike = alikeOf(listed, here);
    const elsewhere = fresh.filter((one) => {
      return one.file !== file && one.item.date === item.date && one.text.headline === text.headline;
    });
    // Two of a day may have one headline: as many as are here are those, and one more is new.
    const known = new Set(alike.map(({ reference }) => reference)).size + elsewhere.length;
    if (twins > known) fresh.push(listed);
    else if (![...alike, ...elsewhere.map((one) => one.text)].some(({ summary }) => summary === text.summary)) {
      const [one] = elsewhere;
      const where = one === undefined ? null : `Line ${one.item.line} of ${files[one.file]?.name ?? ''}`;
      edited.push({ file, item, why: alike.length > 0 || where === null ? whyEdited(alike) : whyElsewhere(where) });
    }
  }
  return { fresh, edited };
}

export function alikeOf(
  { item, text }: Pick<Listed, 'item' | 'text'>,
  here: readonly HeadlineHere[],
): readonly HeadlineHere[] {
  return here.filter(({ day, headline }) => day === item.date && headline === text.headline);
}

function whyElsewhere(where: string): string {
  return `${where} has this day and headline and another summary, and came in. If this is another release, give it another headline in the file.`;
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

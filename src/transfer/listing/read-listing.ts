import { Fault } from '../../platform/faults.ts';
import type { CivilDay } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';
import { isCreditAfterRelease } from '../copy-desk/check-credit-year.ts';
import type { DeskText, Warning } from '../copy-desk/warnings.ts';
import { readLines } from '../decode-text.ts';
import type { OldEncoding } from '../old-encodings.ts';
import { deskOf } from './copy-check.ts';
import type { Credit } from './credit.ts';
import { isHtml } from './is-html.ts';
import { encodingOfList } from './list-encoding.ts';
import type { ListLine } from './list-line.ts';
import { linesOfHtml, linesOfText, type OpenSource } from './list-lines.ts';
import type { SlashOrder } from './printed-date.ts';
import { type ReadItem, readItem } from './read-item.ts';
import { splitItems } from './split-items.ts';
import { surveyList } from './survey.ts';

/** A release as a list page has it. */
export interface ListingItem {
  /** 1-based, in page order. */
  readonly position: number;
  /** 1-based line of the file where the item starts. */
  readonly line: number;
  readonly headline: string;
  readonly summary: string | null;
  /** Civil day `YYYY-MM-DD`; null when the item has none. Never a guess. */
  readonly date: string | null;
  readonly credit: Credit | null;
  readonly kicker: string | null;
  readonly place: string | null;
  readonly locale: Locale;
  readonly warnings: readonly Warning[];
}

export type ListingEvent =
  /** Text above, between or below the items that belongs to none, furniture left out. */
  | { readonly kind: 'introduction'; readonly text: string; readonly line: number }
  | { readonly kind: 'item'; readonly item: ListingItem };

/** A longer line of a text is no line of a list. In bytes. */
const MAX_LINE_BYTES = 1 << 20;

/**
 * Reads the text or HTML of a list page as items, in page order. Plain text streams; HTML is held whole, up to 32 MiB.
 * Every text is as it stands in the source, but for the white space of its wrapping.
 *
 * @param order.locale of the texts; tells how slashed dates are meant where nothing else does.
 * @param order.slashes how slashed dates are meant, where somebody has said; then neither the list nor its language is asked.
 * @param order.encoding what the file is written in, where somebody has said; else what a page declares, else UTF-8.
 * @param order.today later dates are warned of; absent: none are.
 * @param order.recent the last texts of the file before, where several are one list: the first ones here are compared with
 *   them. Read to the end, it holds the last ones here. Absent: this file is all.
 * @throws Fault every code of decode-text.ts before the first item; IMPORT_EMPTY, IMPORT_ITEM_TOO_LONG, IMPORT_HTML_TOO_LARGE.
 */
export async function* readListing(
  open: OpenSource,
  order: {
    readonly locale: Locale;
    readonly slashes?: SlashOrder | null;
    readonly encoding?: OldEncoding | null;
    readonly today?: CivilDay;
    readonly recent?: DeskText[];
  },
): AsyncGenerator<ListingEvent> {
  const isPage = await isHtml(open);
  const encoding = await encodingOfList(open, { encoding: order.encoding ?? null, isHtml: isPage });
  const lines = isPage
    ? await linesOfHtml(open, encoding)
    : () => linesOfText(readLines(open(), { maxLineBytes: MAX_LINE_BYTES, encoding }));
  const survey = await surveyList(lines(), { locale: order.locale, slashes: order.slashes ?? null });
  if (survey.opening === null) {
    const problem = 'no number, bullet or date marks a release in this file.';
    throw new Fault('IMPORT_EMPTY', { problem: `${problem} Number the releases, or write their dates as 2019-03-12.` });
  }

  let position = 0;
  const desk = deskOf<OutsideText>(order.locale, order.today ?? null, order.recent ?? []);
  for await (const raw of splitItems(lines(), survey)) {
    const item = raw.kind === 'item' ? readItem(raw, survey) : null;
    const held = item === null ? outside(raw.lines) : item;
    if (held === null) continue;
    for (const checked of desk.take(held)) yield eventOf(checked);
  }
  for (const checked of desk.end()) yield eventOf(checked);
  if (position === 0) throw new Fault('IMPORT_EMPTY', { problem: 'no release was found in this file.' });

  function eventOf(checked: OutsideText | (ReadItem & { readonly warnings: readonly Warning[] })): ListingEvent {
    if (!('headline' in checked)) return { kind: 'introduction', ...checked };
    position++;
    const { line, headline, summary, date, kicker, place, warnings } = checked;
    const credit =
      checked.credit !== null && isCreditAfterRelease(checked) ? { ...checked.credit, year: null } : checked.credit;
    return {
      kind: 'item',
      item: { position, line, headline, summary, date, credit, kicker, place, locale: order.locale, warnings },
    };
  }
}

export interface OutsideText {
  readonly text: string;
  readonly line: number;
}

function outside(lines: readonly ListLine[]): OutsideText | null {
  const [first] = lines;
  if (first === undefined) return null;
  const text = lines.map((line, index) => `${index === 0 ? '' : line.gap > 0 ? '\n\n' : ' '}${line.text}`).join('');
  return text === '' ? null : { text, line: first.number };
}

/** One line of JSON for `import --dry-run --json`, without a line break. Keys in this order; warnings by their codes. */
export function describeItem(item: ListingItem): string {
  const { headline, summary, date, credit, kicker, place, locale, warnings } = item;
  return JSON.stringify({
    headline,
    summary,
    date,
    credit,
    kicker,
    place,
    locale,
    warnings: warnings.map(({ code }) => code),
  });
}

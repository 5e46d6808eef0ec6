import type { Locale } from '../../platform/locales.ts';
import { countGroups } from './group-count.ts';
import { isTypeWord } from './kickers.ts';
import type { ListLine } from './list-line.ts';
import { countMarkers, type MarkerCount, markerOf } from './marker-count.ts';
import type { PrintedDate, SlashOrder } from './printed-date.ts';
import { readInlineDate, readLine, type SurveyedLine } from './read-line.ts';
import { endsSentence, isLanguage } from './words.ts';
import { countWraps } from './wrap-count.ts';

/** What one reading of the whole list tells about its layout. Small, however long the list. */
export interface Survey {
  /**
   * What begins an item: an element of the markup, a number or bullet, a gap of empty lines, a heading of the markup,
   * or only the place of its date among the lines. Null: the file shows no list.
   */
  readonly opening: 'element' | 'marker' | 'gap' | 'heading' | 'date' | null;
  readonly markers: MarkerCount;
  /** Empty lines between items, where `opening` is `gap`. */
  readonly gap: number;
  readonly isTitleFirst: boolean;
  /** Date and headline stand on one line, in most items. */
  readonly isInline: boolean;
  /** So they do, with nothing but a space or comma between them. */
  readonly isLooselyInline: boolean;
  /** The year of days without one is in headings. */
  readonly hasPeriods: boolean;
  readonly wrap: number | null;
  readonly slashes: SlashOrder | null;
}

/** @param order.slashes as somebody has said; null: the list, else its language, tells. */
export async function surveyList(
  lines: AsyncIterable<ListLine>,
  order: { readonly locale: Locale; readonly slashes: SlashOrder | null },
): Promise<Survey> {
  const tally = { dates: 0, inline: 0, loose: 0, periods: 0, opens: 0, headings: 0, dayFirst: 0, monthFirst: 0 };
  const [markers, groups, wraps, positions] = [countMarkers(), countGroups(), countWraps(), countOrder()];
  for await (const line of lines) {
    const reading = readLine(line);
    const inline =
      reading.is === 'text'
        ? readInlineDate(line.text.slice(markerOf({ line, reading })?.length ?? 0), { short: tally.periods > 0 })
        : null;
    const seen = { line, reading, inline };
    if (reading.is === 'date') tally.dates++;
    if (reading.is === 'period') tally.periods++;
    if (inline !== null) tally[inline.isSetApart ? 'inline' : 'loose']++;
    if (line.markup?.place === 'opens') tally.opens++;
    if (line.markup?.isHeading === true && reading.is === 'text') tally.headings++;
    noteSlashes(reading.is === 'date' ? reading.date : inline?.date, tally);
    markers.note(seen);
    groups.note(seen);
    wraps.note(seen);
    positions.note(seen);
  }
  const isLooselyInline = tally.loose > tally.dates && tally.loose > tally.inline;
  const isInline = isLooselyInline || tally.inline > tally.dates;
  const dated = isInline ? tally.inline + (isLooselyInline ? tally.loose : 0) : tally.dates;
  const count = markers.result(dated);
  const gap = groups.result();
  return {
    opening: chooseOpening({ opens: tally.opens, headings: tally.headings, dated, marked: count.family !== null, gap }),
    markers: count,
    gap: gap ?? 0,
    isTitleFirst: positions.result(),
    isInline: isInline && !count.hasWordsBesideDates,
    isLooselyInline: isLooselyInline && !count.hasWordsBesideDates,
    hasPeriods: tally.periods > 0,
    wrap: wraps.result(),
    slashes: order.slashes ?? orderOfSlashes(tally, order.locale),
  };
}

function chooseOpening(found: {
  readonly opens: number;
  readonly headings: number;
  readonly dated: number;
  readonly marked: boolean;
  readonly gap: number | null;
}): Survey['opening'] {
  if (found.opens > 0) return 'element';
  if (found.marked) return 'marker';
  if (found.headings >= Math.max(1, found.dated * 0.8)) return 'heading';
  if (found.gap !== null) return 'gap';
  return found.dated > 0 ? 'date' : null;
}

function noteSlashes(date: PrintedDate | null | undefined, tally: { dayFirst: number; monthFirst: number }): void {
  if (date?.slashed == null) return;
  const [first, second] = date.slashed;
  if (first > 12 && second <= 12) tally.dayFirst++;
  if (second > 12 && first <= 12) tally.monthFirst++;
}

/** One date that can only be read in one way tells how all are meant; else the language does. English alone does not. */
function orderOfSlashes(tally: { dayFirst: number; monthFirst: number }, locale: Locale): Survey['slashes'] {
  if (tally.dayFirst !== tally.monthFirst && Math.min(tally.dayFirst, tally.monthFirst) === 0) {
    return tally.dayFirst > 0 ? 'day-first' : 'month-first';
  }
  if (tally.dayFirst > 0) return null;
  if (/^en-(?:.*-)?(?:US|PH)\b/i.test(locale)) return 'month-first';
  return isLanguage(locale, 'en') && !/-[A-Z]{2}\b/.test(locale) ? null : 'day-first';
}

/** Tells whether headlines stand before their dates or after, from what the lines around each date look like. */
function countOrder() {
  let last: SurveyedLine | null = null;
  let lastText: { readonly text: string } | null = null;
  let awaiting = false;
  let after = '';
  const tally = {
    dates: 0,
    openBefore: 0,
    openAfter: 0,
    textsAfter: 0,
    gapBefore: 0,
    gapAfter: 0,
    firstBefore: null as string | null,
  };
  const closeAfter = () => {
    if (awaiting && after !== '' && !endsSentence(after)) tally.openAfter++;
    if (awaiting && after !== '') tally.textsAfter++;
    awaiting = false;
    after = '';
  };
  return {
    note(seen: SurveyedLine): void {
      const { line, reading } = seen;
      if (reading.is === 'period') lastText = null;
      if (reading.is === 'text' && isTypeWord(line.text)) return;
      if (last?.reading.is === 'date' && reading.is !== 'furniture') tally.gapAfter += Math.min(line.gap, 3);
      if (reading.is === 'date') {
        closeAfter();
        if (tally.dates === 0) tally.firstBefore = lastText?.text ?? null;
        if (lastText !== null && !endsSentence(lastText.text)) tally.openBefore++;
        if (last !== null) tally.gapBefore += Math.min(line.gap, 3);
        tally.dates++;
        awaiting = true;
      } else if (reading.is === 'text') {
        if (awaiting && after !== '' && line.gap > 0) closeAfter();
        if (awaiting) after = line.text;
        lastText = line;
      } else closeAfter();
      if (reading.is !== 'furniture') last = seen;
    },
    result(): boolean {
      const endsWithDate = last?.reading.is === 'date';
      closeAfter();
      if (tally.firstBefore === null || tally.dates === 0) return tally.dates === 0;
      const before = tally.openBefore / tally.dates;
      const following = tally.textsAfter === 0 ? 0 : tally.openAfter / tally.textsAfter;
      if (Math.abs(before - following) >= 0.3) return before > following;
      const gapBefore = tally.gapBefore / tally.dates;
      const gapAfter = tally.gapAfter / Math.max(1, tally.dates - (endsWithDate ? 1 : 0));
      if (tally.dates > 1 && gapBefore !== gapAfter) return gapBefore < gapAfter;
      if (endsWithDate) return true;
      return !/[.:。：]$/u.test(tally.firstBefore);
    },
  };
}

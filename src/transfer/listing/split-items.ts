import { Fault } from '../../platform/faults.ts';
import { isNameOfList } from './kickers.ts';
import { GAP_ABOVE_FILE, goesOn, type ListLine } from './list-line.ts';
import { isMarkLine, markerOf, numbering } from './marker-count.ts';
import type { PrintedDate } from './printed-date.ts';
import { isAboveTitle, readInlineDate, readLine, readMonthOnly, type SurveyedLine } from './read-line.ts';
import type { Survey } from './survey.ts';

/** The lines of one release, and what the headings above it say. */
export interface RawItem {
  readonly kind: 'item';
  /** Without the number or bullet in front. */
  readonly lines: readonly ListLine[];
  /** Of the heading above. */
  readonly year: number | null;
  /** Of the day under which several releases stand. */
  readonly day: PrintedDate | null;
  /** The file ends with it. */
  readonly isLast: boolean;
}

/** Lines above, between or below the releases that belong to none. */
export interface Outside {
  readonly kind: 'outside';
  readonly lines: readonly ListLine[];
}

/** A page has no longer head. */
const MAX_HEAD_LINES = 40;
/** In UTF-16 units, as much as is held while an item is not yet closed. */
const MAX_ITEM_LENGTH = 1 << 20;

/**
 * Cuts the list where the survey says that items begin. Page order; holds one item.
 *
 * @throws Fault IMPORT_ITEM_TOO_LONG
 */
export async function* splitItems(lines: AsyncIterable<ListLine>, survey: Survey): AsyncGenerator<RawItem | Outside> {
  const cut = survey.opening === 'date' || survey.opening === 'heading' ? cutAtDates(survey) : cutAtOpenings(survey);
  for await (const line of lines) yield* cut.take(line);
  yield* cut.end();
}

interface Cutter {
  take(line: ListLine): Iterable<RawItem | Outside>;
  end(): Iterable<RawItem | Outside>;
}

/** What is being gathered: an item once it has begun, else lines outside. */
function gathering() {
  let lines: ListLine[] = [];
  let length = 0;
  let isItem = false;
  let context: { year: number | null; day: PrintedDate | null } = { year: null, day: null };
  return {
    year: null as number | null,
    day: null as PrintedDate | null,
    get isItem() {
      return isItem;
    },
    get lines(): readonly ListLine[] {
      return lines;
    },
    add(...added: readonly ListLine[]): void {
      for (const line of added) {
        lines.push(line);
        length += line.text.length;
      }
      if (length > MAX_ITEM_LENGTH)
        throw new Fault('IMPORT_ITEM_TOO_LONG', { line: lines[0]?.number ?? 1, limit: MAX_ITEM_LENGTH });
    },
    *close(next: 'item' | 'outside' | 'end'): Generator<RawItem | Outside> {
      const isLast = next === 'end';
      if (lines.length > 0) yield isItem ? { kind: 'item', lines, ...context, isLast } : { kind: 'outside', lines };
      lines = [];
      length = 0;
      isItem = next === 'item';
      context = { year: this.year, day: this.day };
    },
    /** What was gathered is no item. */
    demote(): void {
      isItem = false;
    },
    /** Takes the last lines back, for the item that begins with them. */
    giveBack(count: number): ListLine[] {
      const back = lines.splice(lines.length - count, count);
      for (const line of back) length -= line.text.length;
      return back;
    },
  };
}

/** Items that begin with an element, a mark or a gap. */
function cutAtOpenings(survey: Survey): Cutter {
  const now = gathering();
  const sequence = numbering();
  let previous: ListLine | null = null;
  let hasDate = false;
  let hasText = false;
  /** Groups above the first date are the introduction. */
  let isOpenList = false;
  let isUnderHeading = false;
  /** The lines above the first item: where several pages were copied into one file, they stand above each. */
  const pageHead = new Set<string>();
  let isListed = false;

  function* begin(line: ListLine): Generator<RawItem | Outside> {
    isListed = true;
    if (survey.opening === 'gap' && !hasDate && !isOpenList) now.demote();
    isOpenList ||= hasDate;
    yield* now.close('item');
    hasDate = false;
    hasText = false;
    now.add(line);
    look(line);
  }
  function look(line: ListLine): void {
    const { is } = readLine(line);
    if (
      is === 'date' ||
      is === 'period' ||
      (is === 'text' && readInlineDate(line.text, { short: survey.hasPeriods })?.isSetApart === true)
    )
      hasDate = true;
    if (is === 'text') hasText = true;
  }
  const opensAt = (line: ListLine): ListLine | null => {
    if (survey.opening === 'element') return line.markup?.place === 'opens' ? line : null;
    if (survey.opening === 'gap') return line.gap >= survey.gap || isUnderHeading ? line : null;
    const marker = markerOf({ line, reading: readLine(line) });
    const { family, indent } = survey.markers;
    if (marker === null || marker.family !== family || line.indent > indent + (family === 'number' ? 2 : 1))
      return null;
    if (!isMarkLine(line, previous, marker) || !sequence.follows(marker)) return null;
    return { ...line, text: line.text.slice(marker.length) };
  };
  /** A month where the item's own day is looked for: the item's, and no heading. */
  const isItsMonth = (line: ListLine) =>
    now.isItem &&
    hasText &&
    !hasDate &&
    readMonthOnly(line) !== null &&
    (line.gap === 0 || line.indent > survey.markers.indent || survey.opening === 'element');

  return {
    *take(line) {
      const reading = readLine(line);
      if (reading.is === 'furniture' || (now.isItem && pageHead.has(line.text) && line.indent === 0)) return;
      if (reading.is === 'period' && !isItsMonth(line) && isHeadingHere(line)) {
        if (reading.heading.year !== null) now.year = reading.heading.year;
        if (survey.opening === 'gap' && !hasDate && !isOpenList) now.demote();
        yield* now.close('outside');
        previous = line;
        isUnderHeading = true;
        return;
      }
      const isDayHeading = survey.markers.hasDayHeadings && survey.opening === 'marker' && reading.is === 'date';
      const opening = isDayHeading ? null : opensAt(line);
      isUnderHeading = false;
      if (isDayHeading) {
        now.day = reading.date;
        yield* now.close('outside');
      } else if (opening !== null) yield* begin(opening);
      else {
        const isOutside =
          line.markup?.place === 'outside' ||
          (survey.opening === 'marker' &&
            survey.markers.isHanging &&
            line.gap > 0 &&
            line.indent <= survey.markers.indent);
        if (isOutside && now.isItem) yield* now.close('outside');
        if (!isListed && pageHead.size < MAX_HEAD_LINES) pageHead.add(line.text);
        now.add(line);
        look(line);
      }
      previous = line;
    },
    *end() {
      yield* now.close('end');
    },
  };

  /** A year alone on the last line of a wrapped text is no heading. */
  function isHeadingHere(line: ListLine): boolean {
    if (line.gap > 0 || line.markup !== null || previous === null || now.lines.length === 0) return true;
    return !goesOn(previous, line, survey.wrap) && (hasDate || !now.isItem);
  }
}

/** The first line of the file, with a gap below it, that names more than one text. */
const isPageHeading = (line: ListLine, next: ListLine) =>
  line.gap >= GAP_ABOVE_FILE && next.gap > 0 && isNameOfList(line.text);

/** Items that only their dates, or headings of the markup, tell apart. */
function cutAtDates(survey: Survey): Cutter {
  const now = gathering();
  let hasDate = false;
  let hasTitle = false;
  let previous: ListLine | null = null;

  function see(line: ListLine): SurveyedLine {
    const reading = readLine(line);
    const inline =
      reading.is === 'text' && survey.isInline ? readInlineDate(line.text, { short: survey.hasPeriods }) : null;
    return { line, reading, inline: inline !== null && (inline.isSetApart || survey.isLooselyInline) ? inline : null };
  }
  function* begin(opening: readonly ListLine[]): Generator<RawItem | Outside> {
    yield* now.close('item');
    now.add(...opening);
    hasDate = false;
    hasTitle = false;
  }
  /** How many of the last lines gathered lead up to a date, or to a line that is headline and date in one. */
  function leadUp(before: ListLine, withTitle: boolean): number {
    const { lines } = now;
    let start = lines.length;
    let next = before;
    const previousLine = () => lines[start - 1];
    if (withTitle) {
      const title = previousLine();
      if (title === undefined || readLine(title).is !== 'text') return 0;
      next = title;
      start--;
    }
    for (
      let line = previousLine();
      line !== undefined && readLine(line).is === 'text' && goesOn(line, next, survey.wrap);
      line = previousLine()
    ) {
      next = line;
      start--;
    }
    for (
      let line = previousLine();
      line !== undefined && isAboveTitle(line) && !isPageHeading(line, next);
      line = previousLine()
    ) {
      next = line;
      start--;
    }
    return lines.length - start;
  }

  return {
    *take(line) {
      const { reading, inline } = see(line);
      if (reading.is === 'furniture') return;
      const follows = previous !== null && goesOn(previous, line, survey.wrap);
      previous = line;
      if (reading.is === 'period' && !(follows && !hasDate)) {
        if (reading.heading.year !== null) now.year = reading.heading.year;
        yield* now.close('outside');
        hasDate = false;
        hasTitle = false;
        return;
      }
      const isHeading = survey.opening === 'heading' && line.markup?.isHeading === true && reading.is === 'text';
      if (inline !== null && !(follows && inline.at === 'start' && !inline.isSetApart)) {
        yield* begin(now.giveBack(leadUp(line, false)));
        hasDate = true;
        hasTitle = true;
      } else if (isHeading && (survey.isTitleFirst || hasTitle)) {
        yield* begin(now.giveBack(leadUp(line, false)));
      } else if (reading.is === 'date' && !survey.isInline) {
        const above = leadUp(line, survey.isTitleFirst);
        if (!survey.isTitleFirst || ((hasDate || !now.isItem) && above > 0)) yield* begin(now.giveBack(above));
        hasDate = true;
      } else if (line.markup?.place === 'outside') yield* now.close('outside');
      if (isHeading) hasTitle = true;
      now.add(line);
    },
    *end() {
      yield* now.close('end');
    },
  };
}

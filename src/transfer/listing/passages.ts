import { isTypeWord } from './kickers.ts';
import type { ListLine, WrapColumns } from './list-line.ts';
import { goesOn } from './list-line.ts';
import type { PrintedDate } from './printed-date.ts';
import { type LineReading, readInlineDate, readLine, readMonthOnly } from './read-line.ts';
import { joinWrapped } from './words.ts';

/** A stretch of an item: its date, a credit, or a text whose wrapped lines are joined. */
export type Passage =
  | Extract<LineReading, { is: 'date' }>
  | { readonly is: 'month'; readonly date: PrintedDate }
  | { readonly is: 'credit'; readonly text: string }
  | {
      readonly is: 'text';
      readonly text: string;
      /** Empty lines before it. */
      readonly gap: number;
      readonly isHeading: boolean;
    };

/** The passages of an item in the order of the page. Dates after its first are text: a release has one day. */
export function passagesOf(lines: readonly ListLine[], wrap: WrapColumns): Passage[] {
  const passages: Passage[] = [];
  let previous: ListLine | null = null;
  let hasDate = false;
  let hasCredit = false;
  for (const line of lines) {
    if (line.text === '') continue;
    const before = passages.at(-1);
    const reading = readLine(line);
    const month = reading.is === 'period' ? readMonthOnly(line) : null;
    const ending = hasDate || previous === null ? null : readInlineDate(previous.text, { short: false });
    const endsWithDate = ending?.at === 'end' && ending.isSetApart;
    const continues =
      !endsWithDate &&
      previous !== null &&
      before?.is === 'text' &&
      !isTypeWord(before.text) &&
      goesOn(previous, line, wrap) &&
      !(reading.is === 'date' && !hasDate);
    previous = line;

    if (continues) passages[passages.length - 1] = { ...before, text: joinWrapped(before.text, line.text) };
    else if (reading.is === 'date' && !hasDate) passages.push(reading);
    else if (month !== null && !hasDate && before !== undefined) passages.push({ is: 'month', date: month });
    else if (reading.is === 'credit' && !hasCredit) passages.push({ is: 'credit', text: line.text });
    else if (line.markup?.isCaption !== true)
      passages.push({ is: 'text', text: line.text, gap: line.gap, isHeading: line.markup?.isHeading ?? false });
    hasDate ||= passages.at(-1)?.is === 'date' || passages.at(-1)?.is === 'month';
    hasCredit ||= passages.at(-1)?.is === 'credit';
  }
  return passages;
}

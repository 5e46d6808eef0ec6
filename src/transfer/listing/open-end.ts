import type { Warning } from '../copy-desk/warnings.ts';
import type { ListLine } from './list-line.ts';
import { isAboveTitle, type LineReading, readInlineDate, readLine } from './read-line.ts';
import type { RawItem } from './split-items.ts';
import type { Survey } from './survey.ts';
import { endsSentence } from './words.ts';

/** What tells that the file stops before its list does. */
export function findOpenEnd(raw: RawItem, survey: Survey, headline: string): Warning[] {
  return [...withoutHeadline(raw, headline), ...beginningOfNext(raw, survey)];
}

/** An item that only has what stands above a headline. */
function withoutHeadline({ lines }: RawItem, headline: string): Warning[] {
  const line = lines.find(({ text }) => text === headline);
  const isAlone = lines.every((one) => one === line || one.text === '' || isAboveTitle(one) || isDate(one));
  if (!isAlone || line === undefined || !isAboveTitle(line)) return [];
  return [
    {
      code: 'truncated',
      detail: `“${headline.slice(0, 80)}” stands where the headline should; the list may be cut off.`,
    },
  ];
}

/**
 * In a file that is cut off, what stood above the next item's date is the end of the item above, where neither a mark nor a gap
 * tells them apart.
 */
function beginningOfNext({ lines, isLast }: RawItem, survey: Survey): Warning[] {
  if (!isLast || survey.opening === 'marker' || survey.opening === 'element') return [];
  const dated = lines.findIndex((line) => isDate(line) || isHeadlineWithDate(line, survey));
  const below = dated === -1 ? [] : lines.slice(dated + 1);
  const mayStandAbove = (index: number, gap: number) => survey.opening !== 'gap' || (index > 0 && gap > 0);
  const above = below.find((one, index) => isAboveTitle(one) && mayStandAbove(index, one.gap));
  const line = above ?? openHeadline(below, survey);
  if (line === undefined || endsSentence(below.at(-1)?.text ?? '')) return [];
  const detail = `“${line.text.slice(0, 80)}”, line ${line.number}, may be the beginning of another release; the list ends there.`;
  return [{ code: 'holds-next-item', detail }];
}

/** The last line, where it may be the headline of an item whose date is lost. */
function openHeadline(below: readonly ListLine[], survey: Survey): ListLine | undefined {
  const [before, last] = [below.at(-2), below.at(-1)];
  if (last === undefined || is(last) !== 'text' || survey.isInline || !survey.isTitleFirst) return undefined;
  if (survey.opening === 'gap' && last.gap === 0) return undefined;
  return before === undefined || endsSentence(before.text) ? last : undefined;
}

const is = (line: ListLine): LineReading['is'] => readLine(line).is;
const isDate = (line: ListLine): boolean => is(line) === 'date' || is(line) === 'period';

function isHeadlineWithDate(line: ListLine, survey: Survey): boolean {
  return survey.isInline && is(line) === 'text' && readInlineDate(line.text, { short: survey.hasPeriods }) !== null;
}

import { readDay } from './date-patterns.ts';
import type { PrintedDate } from './printed-date.ts';

/** Several days, as of a meeting: `3–5 June 2012`, `du 3 au 5 juin 2012`, `2012年6月3日至5日`; null for anything else. */
export function readDayRange(line: string): PrintedDate | null {
  const text = line.replace(opening, '');
  if (line.length > 90) return null;
  for (const mark of text.matchAll(between)) {
    const first = text.slice(0, mark.index);
    const last = text.slice(mark.index + mark[0].length);
    const begins = readDay(first);
    const ends = readDay(last) ?? (begins !== null && restOfDay.test(last) ? begins : null);
    if (ends !== null && (begins !== null || dayOfMonth.test(first)))
      return { ...ends, text: line.trim(), day: null, slashed: null, isSeveralDays: true };
  }
  return null;
}

const opening = /^(?:from|between|du|de|vom|del?|dal|с|من)\s+/iu;
const between = /\s*[-–—~～〜至到]\s*|\s+(?:to|and|au|al|a|à|bis(?:\s+zum)?|по|إلى)\s+/giu;
const dayOfMonth = /^[0-3]?[0-9](?:st|nd|rd|th|er|-?го|[.º])?$/iu;
/** What follows a day whose month, or month and year, is printed once: `June 3-5, 2012`, `2012年6月3日至5日`. */
const restOfDay = /^[0-3]?[0-9](?:,?\s+(?:19|20)[0-9]{2}|\s*[日号])$/u;

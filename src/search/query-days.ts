import { type CivilDay, civilDayOf } from '../platform/instant.ts';

/** A day, a month or a year as a reader writes it: `2017`, `2017-03`, `2017-03-02`. */
export interface Span {
  readonly first: CivilDay;
  readonly last: CivilDay;
}

/** @returns null when it is none of these, or no day of the calendar. */
export function readSpan(text: string): Span | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = dayOf(`${year}-${month ?? '01'}-${day ?? '01'}`);
  const last = dayOf(`${year}-${month ?? '12'}-${day ?? daysIn(Number(year), Number(month ?? 12))}`);
  return first === null || last === null ? null : { first, last };
}

/** The shortest that `readSpan` reads as beginning on this day. */
export function writeFrom(first: CivilDay): string {
  if (first.endsWith('-01-01')) return first.slice(0, 4);
  return first.endsWith('-01') ? first.slice(0, 7) : first;
}

/** The shortest that `readSpan` reads as ending on this day. */
export function writeTo(last: CivilDay): string {
  const [year = '', month = '', day = ''] = last.split('-');
  if (Number(day) !== daysIn(Number(year), Number(month))) return last;
  return month === '12' ? year : `${year}-${month}`;
}

/** Null before the year 1 and after 9999. */
export function dayBefore(day: CivilDay): CivilDay | null {
  return shifted(day, -1);
}

export function dayAfter(day: CivilDay): CivilDay | null {
  return shifted(day, 1);
}

function shifted(day: CivilDay, days: number): CivilDay | null {
  return dayOf(new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10));
}

function dayOf(text: string): CivilDay | null {
  try {
    return civilDayOf(text);
  } catch {
    return null;
  }
}

/** @param month 1 to 12 */
function daysIn(year: number, month: number): number {
  const next = new Date(0);
  next.setUTCFullYear(year, month, 0);
  return next.getUTCDate();
}

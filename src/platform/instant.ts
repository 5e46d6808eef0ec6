import { Temporal } from 'temporal-polyfill';
import { Fault } from './faults.ts';

declare const instant: unique symbol;
declare const civilDay: unique symbol;

/** A point in time: RFC 3339 in UTC with milliseconds, always 24 characters, so text order is time order. */
export type Instant = string & { readonly [instant]: true };

/** A day of a calendar on a wall, `YYYY-MM-DD`, in a zone that the context names. */
export type CivilDay = string & { readonly [civilDay]: true };

/** Earlier than every instant that can be stored: where the oldest page of a list begins. */
export const BEGINNING = '0000-01-01T00:00:00.000Z' as Instant;

/**
 * @param text RFC 3339 with any offset, years 0001 to 9999.
 * @throws Fault INSTANT_INVALID
 */
export function instantOf(text: string): Instant {
  const plain = plainInstant(text);
  if (plain !== null) return plain;
  try {
    const fixed = Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 });
    if (fixed.length === 24 && fixed > BEGINNING) return fixed as Instant;
  } catch (cause) {
    throw new Fault('INSTANT_INVALID', { text }, { cause });
  }
  throw new Fault('INSTANT_INVALID', { text });
}

/** What is in UTC already, without the calendar's whole machinery: an archive has millions. Null: not so plain. */
function plainInstant(text: string): Instant | null {
  const whole = text.length === 20 ? `${text.slice(0, 19)}.000Z` : text;
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(whole) || whole <= BEGINNING) return null;
  const time = Date.parse(whole);
  return Number.isNaN(time) || new Date(time).toISOString() !== whole ? null : (whole as Instant);
}

/**
 * @param text `YYYY-MM-DD`, years 0001 to 9999.
 * @throws Fault DAY_INVALID, for 31 February too.
 */
export function civilDayOf(text: string): CivilDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') throw new Fault('DAY_INVALID', { text });
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() as CivilDay;
  } catch (cause) {
    throw new Fault('DAY_INVALID', { text }, { cause });
  }
}

const starts = new Map<string, Instant>();

/** The first instant of `day` on the clocks of `timeZone` (IANA name); where midnight is skipped, the first that exists. */
export function startOfDay(day: CivilDay, timeZone: string): Instant {
  const key = `${day}${timeZone}`;
  const known = starts.get(key);
  if (known !== undefined) return known;

  const start = instantOf(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).toInstant().toString());
  if (starts.size >= 20_000) starts.clear();
  starts.set(key, start);
  return start;
}

/** The day that `timeZone` (IANA name) has at this instant. */
export function dayIn(at: Instant, timeZone: string): CivilDay {
  const offset = steadyOffset(at.slice(0, 10), timeZone);
  if (offset !== null) return new Date(Date.parse(at) + offset).toISOString().slice(0, 10) as CivilDay;
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().toString() as CivilDay;
}

const offsets = new Map<string, number | null>();

/** Milliseconds by which a zone's clocks are ahead all through a day of UTC; null when they change, or lie outside the calendar. */
function steadyOffset(day: string, timeZone: string): number | null {
  const key = `${day}${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;

  const ahead = (time: string) =>
    Temporal.Instant.from(`${day}T${time}Z`).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1_000_000;
  const [first, last] = [ahead('00:00:00'), ahead('23:59:59.999')];
  const isSteady = first === last && day > '0001-01-02' && day < '9999-12-30';
  if (offsets.size >= 20_000) offsets.clear();
  offsets.set(key, isSteady ? first : null);
  return isSteady ? first : null;
}

/** @param timeZone is it an IANA name this runtime knows? */
export function isTimeZone(timeZone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
    return !/^[+-]/.test(timeZone);
  } catch {
    return false;
  }
}

/** In seconds; negative when `to` is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1_000;
}

/** @param seconds may be negative: before. */
export function after(at: Instant, seconds: number): Instant {
  return instantOf(new Date(Date.parse(at) + seconds * 1_000).toISOString());
}

import { type CivilDay, dayIn, type Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** Days, instants, numbers and names as a locale writes them. Formatters are costly to make, so each is made once. */

/** `7 September 2017`, `2017年9月7日` */
export function formatDay(day: CivilDay, locale: Locale): string {
  return made(`day ${locale} ${day}`, () => {
    // Mongolian writes its months out in three words; everybody takes the number.
    const month = locale === 'mn' ? 'short' : 'long';
    return dates(locale, 'days', 'UTC', { day: 'numeric', month, year: 'numeric' }).format(Date.parse(day));
  });
}

/** On the clocks of `timeZone` (IANA name), which is named: `7 September 2017`, `10:00`, `GMT+8`, for a message to join. */
export function instantParts(
  at: Instant,
  timeZone: string,
  locale: Locale,
): { day: string; time: string; zone: string } {
  const clock = dates(locale, 'clock', timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const named = dates(locale, 'zone', timeZone, { hour: '2-digit', timeZoneName: 'short' });
  const moment = Date.parse(at);
  const zone = named.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return { day: formatDay(dayIn(at, timeZone), locale), time: clock.format(moment), zone };
}

/** `2017`, `2017年` */
export function formatYear(year: number, locale: Locale): string {
  return made(`year ${locale} ${year}`, () => {
    return dates(locale, 'years', 'UTC', { year: 'numeric' }).format(middleOf(year, 7));
  });
}

/** `September 2017` */
export function formatMonth(year: number, month: number, locale: Locale): string {
  return dates(locale, 'month', 'UTC', { month: 'long', year: 'numeric' }).format(middleOf(year, month));
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function middleOf(year: number, month: number): number {
  return Date.parse(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-15`);
}

/** The twelve months, short and long: `Sept`, `September`. */
export function monthNames(locale: Locale): readonly { readonly short: string; readonly long: string }[] {
  const short = dates(locale, 'short month', 'UTC', { month: 'short' });
  const long = dates(locale, 'long month', 'UTC', { month: 'long' });
  return Array.from({ length: 12 }, (_, index) => {
    const middle = Date.UTC(2001, index, 15);
    return { short: short.format(middle), long: long.format(middle) };
  });
}

export function formatNumber(number: number, locale: Locale): string {
  return made(`number ${locale}`, () => new Intl.NumberFormat(locale)).format(number);
}

/** A size as people say it, rounded up to two digits, at least `1 kB`: `36 kB`, `1.3 MB`, `1,3 Mo`. */
export function formatBytes(bytes: number, locale: Locale): string {
  // 991 kB, rounded up, is a megabyte already.
  const unit = bytes <= 990_000 ? 'kilobyte' : 'megabyte';
  const format = made(`${unit} ${locale}`, () => {
    const digits = { maximumSignificantDigits: 2, roundingMode: 'ceil' } as const;
    return new Intl.NumberFormat(locale, { style: 'unit', unit, ...digits });
  });
  return format.format(Math.max(bytes, 1_000) / (unit === 'kilobyte' ? 1_000 : 1_000_000));
}

/** @param code ISO 3166-1 alpha-2; comes back as it is where the locale has no name for it. */
export function countryName(code: string, locale: Locale): string {
  return made(`country ${locale}`, () => new Intl.DisplayNames(locale, { type: 'region' })).of(code) ?? code;
}

/** A language's name in another: `Simplified Chinese`. */
export function languageName(language: Locale, locale: Locale): string {
  return made(`language ${locale} ${language}`, () => {
    return (
      made(`languages ${locale}`, () => new Intl.DisplayNames(locale, { type: 'language' })).of(language) ?? language
    );
  });
}

/** A language's own name for itself, as it begins a line: `Français`. */
export function ownName(language: Locale): string {
  return made(`own name ${language}`, () => {
    const name = languageName(language, language);
    const [first = '', ...rest] = name;
    return first.toLocaleUpperCase(language) + rest.join('');
  });
}

function dates(locale: Locale, kind: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  // An institution that only says “English” writes the day first; one that says en-US is taken at its word.
  const written = locale === 'en' ? 'en-GB' : locale;
  return made(
    `${kind} ${locale} ${timeZone}`,
    () => new Intl.DateTimeFormat(written, { ...options, calendar: 'gregory', timeZone }),
  );
}

/** Formatters and what they wrote: a list names the same days and languages again and again. */
const kept = new Map<string, unknown>();

const MAX_KEPT = 10_000;

function made<T>(key: string, make: () => T): T {
  const known = kept.get(key);
  if (known !== undefined) return known as T;
  const fresh = make();
  if (kept.size >= MAX_KEPT) kept.clear();
  kept.set(key, fresh);
  return fresh;
}

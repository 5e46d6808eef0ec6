import { leadingDay } from './date-patterns.ts';
import type { PrintedDate } from './printed-date.ts';

/** Where a text says it was issued, and when if it says so: `GENEVA (ILO News) –`, `Geneva, 12 January 2017 –`. */
export interface Dateline {
  readonly place: string;
  readonly date: PrintedDate | null;
}

const name =
  "\\p{Lu}[\\p{L}\\p{M}.'’-]+(?:[ -](?:(?:d[aeiou]|del|la|le|los|of|am|an|der|sur)[ -])?\\p{Lu}[\\p{L}\\p{M}.'’-]*){0,3}";
const place = `(?<place>${name}(?:,\\s${name})?(?:/${name})?)`;
const capitals =
  "(?<place>\\p{Lu}{4}[\\p{Lu}\\p{M}.'’-]*(?:[ ,/-]+\\p{Lu}[\\p{Lu}\\p{M}.'’-]*){0,3}(?:,\\s\\p{Lu}[\\p{L}\\p{M}. -]{1,25})?)";
const dash = '\\s*(?:[–—―]|-{1,2}(?=\\s))\\s*';
const withSource = new RegExp(
  `^(?:${capitals}\\s*[(（][^()（）]{2,60}|${place}\\s*[(（][^()（）]*(?:\\p{Lu}{2}|News|news)[^()（）]*)[)）]${dash}`,
  'u',
);
const withCapitals = new RegExp(`^${capitals}${dash}`, 'u');
const withSourceAlone = new RegExp(`^${place}\\s*[(（][^()（）]{2,60}[)）]\\s*[,،:–—―-]*\\s*$`, 'u');
const placeAlone = new RegExp(`^${place}$`, 'u');
const withDate = new RegExp(`^${place}\\s*[,،:(（]\\s*`, 'u');
const chinese = /^[（(]?(?<place>[\p{Script=Han}]{2,8})[)）]?\s*[（(【][^()（）【】]{2,30}[)）】]\s*[–—―-]*/u;

/** The dateline at the start of a summary; null where there is none. */
export function readDateline(summary: string): Dateline | null {
  const dated = withDate.exec(summary);
  if (dated?.groups?.['place'] !== undefined) {
    const rest = summary.slice(dated[0].length);
    const day = leadingDay(rest, { short: false });
    if (day !== null && /^\s*[)）]?\s*(?:\([^()]{2,60}\)\s*)?(?:[–—―:]|-{1,2}\s)/u.test(rest.slice(day.end))) {
      return { place: dated.groups['place'], date: day.date };
    }
  }
  const found = withSource.exec(summary) ?? chinese.exec(summary) ?? withCapitals.exec(summary);
  const where = found?.groups?.['place']?.replace(/[\s,]+$/u, '');
  return where === undefined ? null : { place: where, date: null };
}

/** The place of `LORNE (Port News) –`, where nothing else stands beside a date. */
export function placeWithSource(words: string): string | null {
  return withSourceAlone.exec(words)?.groups?.['place'] ?? null;
}

/** The words are the name of a place, as they stand beside a date: `Geneva`, `Buenos Aires`, `北京`. */
export function isPlace(words: string): boolean {
  return words.length <= 40 && (placeAlone.test(words) || /^[\p{Script=Han}]{2,6}$/u.test(words));
}

import { Fault } from '../platform/faults.ts';
import { isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { lineOfText, plainText } from '../platform/text.ts';
import { isCountry } from './country.ts';
import type { Office } from './office.ts';

/**
 * An office as it may be kept: canonical language tags, known countries, a zone that exists.
 *
 * @throws Fault OFFICE_INVALID with everything that is wrong with it.
 */
export function checkedOffice(office: Office): Office {
  const problems: string[] = [];
  if (!/^[A-Z0-9]+(-[A-Z0-9]+)*$/.test(office.code) || office.code.length > 24) {
    problems.push('the code must be capital letters, digits and single hyphens, at most 24, such as CO-BEIJING.');
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(office.slug))
    problems.push('the slug must be lower-case letters, digits and single hyphens.');
  if (Object.keys(office.names).length === 0) problems.push('it has no name. Give one with --name en="…".');
  if (!isTimeZone(office.timeZone))
    problems.push(`“${office.timeZone}” is not a time zone. Write one like Asia/Shanghai.`);
  for (const country of office.countries) {
    if (!isCountry(country)) problems.push(`“${country}” is not a country code. Write one like CN (ISO 3166-1).`);
  }
  if (problems.length > 0) throw new Fault('OFFICE_INVALID', { code: office.code, problem: sentences(problems) });

  const texts = (values: Office['names'], field: string, limit: number) =>
    Object.fromEntries(
      Object.entries(values).map(([locale, text]) => {
        const read = field === 'name' ? lineOfText : plainText;
        return [localeOf(locale), read(text, `${field} (${locale})`, limit)];
      }),
    );
  return {
    ...office,
    names: texts(office.names, 'name', 200),
    introductions: texts(office.introductions, 'introduction', 2_000),
    locales: office.locales.map(localeOf),
    countries: [...new Set(office.countries)],
  };
}

/** The first follows a colon. */
function sentences([first = '', ...others]: readonly string[]): string {
  return [first, ...others.map((one) => one.charAt(0).toUpperCase() + one.slice(1))].join(' ');
}

import { Fault } from '../platform/faults.ts';
import { isTimeZone } from '../platform/instant.ts';
import { localeOf } from '../platform/locales.ts';
import { lineOfText, plainText } from '../platform/text.ts';
import type { Organisation } from './office.ts';

/**
 * The organisation as it may be kept: canonical language tags, each once, the default among them, a zone that exists.
 *
 * @throws Fault ORGANISATION_INVALID with everything that is wrong with it; TEXT_INVALID, LOCALE_INVALID
 */
export function checkedOrganisation(organisation: Organisation): Organisation {
  const locales = organisation.locales.map(({ locale, scope }) => ({ locale: localeOf(locale), scope }));
  const tags = locales.map(({ locale }) => locale);
  const defaultLocale = localeOf(organisation.defaultLocale);
  const problems: string[] = [];
  if (Object.keys(organisation.names).length === 0) problems.push('it has no name. Give one with --name en="…".');
  const twice = tags.find((tag, at) => tags.indexOf(tag) < at);
  if (twice !== undefined) problems.push(`the language ${twice} is named twice. Name each once in --locales.`);
  if (!tags.includes(defaultLocale)) {
    problems.push(
      `the default language ${defaultLocale} is not among its languages (${tags.join(', ')}). Change --default-locale or --locales.`,
    );
  }
  if (!isTimeZone(organisation.timeZone))
    problems.push(`“${organisation.timeZone}” is not a time zone. Write one like Europe/Paris.`);
  if (problems.length > 0) throw new Fault('ORGANISATION_INVALID', { problem: problems.join(' ') });

  const texts = (values: Organisation['names'], field: string, read: (text: string, field: string) => string) =>
    Object.fromEntries(Object.entries(values).map(([tag, text]) => [localeOf(tag), read(text, `${field} (${tag})`)]));
  return {
    names: texts(organisation.names, 'name', (text, field) => lineOfText(text, field, 200)),
    introductions: texts(organisation.introductions, 'introduction', (text, field) => plainText(text, field, 2_000)),
    locales,
    defaultLocale,
    timeZone: organisation.timeZone,
  };
}

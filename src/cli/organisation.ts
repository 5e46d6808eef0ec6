import type { Organisation } from '../offices/office.ts';
import { localeOf } from '../platform/locales.ts';
import { command, exitCodes } from './command.ts';
import { newsroomFor, newsroomThere } from './newsroom-for.ts';
import { optional, repeated } from './option.ts';
import { anyText, inLocale, readPairs, siteLocales } from './readers.ts';
import { databaseSettings } from './settings.ts';

const options = {
  name: repeated('LOCALE=NAME', 'Its name in a language; once for each.', inLocale),
  introduction: repeated('LOCALE=TEXT', 'A sentence or two above the first list; once for each language.', inLocale),
  locales: optional(
    'LOCALE:any|locale,…',
    'The languages of the site, in the order offered, and what the lists of each show: every release (any) or only texts in it ' +
      '(locale). Those of the names, with any, when not given.',
    siteLocales,
  ),
  defaultLocale: optional(
    'LOCALE',
    'The language for readers who ask for none of these; the first when not given.',
    localeOf,
  ),
  timeZone: optional('ZONE', 'IANA time zone that its days are counted in: Europe/Paris. UTC when not given.', anyText),
};

/** Names the organisation or changes what is said of it; without an option it shows it. */
export const organisation = command({
  usage: '[--name en="…" --locales en:any,fr:locale --time-zone ZONE]',
  operands: null,
  settings: databaseSettings,
  options,
  async run(context) {
    const { options: given, print } = context;
    const isAsked = Object.values(given).every(
      (value) => value === null || (Array.isArray(value) && value.length === 0),
    );
    const newsroom = await (isAsked ? newsroomThere(context) : newsroomFor(context));
    try {
      const known = await newsroom.organisation();
      if (isAsked) {
        const lines =
          known === null ? ['It has no name yet. Give one: bin/dateline organisation --name en="…"'] : describe(known);
        for (const line of lines) print(line);
        return exitCodes.done;
      }
      const names = { ...known?.names, ...readPairs('--name', given.name) };
      const named = Object.keys(names).map((locale) => ({ locale, scope: 'any' as const }));
      const locales = given.locales ?? known?.locales ?? named;
      const wanted: Organisation = {
        names,
        introductions: { ...known?.introductions, ...readPairs('--introduction', given.introduction) },
        locales,
        defaultLocale: given.defaultLocale ?? known?.defaultLocale ?? locales[0]?.locale ?? 'en',
        timeZone: given.timeZone ?? known?.timeZone ?? 'UTC',
      };
      const outcome = await newsroom.setUpOrganisation(wanted);
      print(outcome === 'made' ? 'Made:' : 'Changed:');
      for (const line of describe(wanted)) print(line);
      return exitCodes.done;
    } finally {
      await newsroom.close();
    }
  },
});

function describe(one: Organisation): string[] {
  const languages = one.locales.map(({ locale, scope }) => `${locale}:${scope}`).join(', ');
  return [
    ...Object.entries(one.names).map(([locale, name]) => `${locale}  ${name}`),
    ...Object.entries(one.introductions).map(([locale, text]) => `${locale}  ${text}`),
    `(${languages}; ${one.defaultLocale} first; ${one.timeZone})`,
  ];
}

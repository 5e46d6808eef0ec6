import { noSuchOffice } from '../offices/no-such-office.ts';
import type { Office } from '../offices/office.ts';
import { command } from './command.ts';
import { newsroomFor, newsroomThere } from './newsroom-for.ts';
import { optional, repeated } from './option.ts';
import { anyText, inLocale, localeList, readPairs, wordList } from './readers.ts';
import { remarkOnLanguages } from './remark-on-languages.ts';
import { databaseSettings } from './settings.ts';

/** Makes or changes an office; without a code it lists them. */
export const office = command({
  usage: '[CODE --name en="…" --time-zone ZONE]',
  operands: { shows: 'CODE', least: 0, most: 1 },
  settings: databaseSettings,
  options: {
    name: repeated('LOCALE=NAME', 'Its name in a language; once for each.', inLocale),
    introduction: repeated('LOCALE=TEXT', 'A sentence or two above its list; once for each language.', inLocale),
    slug: optional('SLUG', 'Its name in addresses; the code in lower case when not given.', anyText),
    countries: optional('CC,CC', 'The countries it covers, ISO 3166-1 codes with commas: CN,MN.', wordList),
    locales: optional('LOCALE,…', 'The languages it works in: en,zh-Hans,mn.', localeList),
    timeZone: optional('ZONE', 'IANA time zone that its days are counted in: Asia/Shanghai.', anyText),
  },
  async run(context) {
    const { options, operands, print } = context;
    const [code] = operands;
    const newsroom = await (code === undefined ? newsroomThere(context) : newsroomFor(context));
    try {
      const offices = await newsroom.offices();
      if (code === undefined) {
        for (const one of offices) print(describe(one));
        if (offices.length === 0)
          print('There is no office yet. Make one: bin/dateline office CODE --name en="…" --time-zone …');
        return 0;
      }
      const known = offices.find((one) => one.code === code);
      if (known === undefined && options.name.length === 0) {
        const codes = offices.map((one) => one.code);
        const none = noSuchOffice(code, codes);
        if (none.code === 'OFFICE_MISSPELT') throw none;
      }
      const wanted: Office = {
        code,
        slug: options.slug ?? known?.slug ?? code.toLowerCase(),
        names: { ...known?.names, ...readPairs('--name', options.name) },
        introductions: { ...known?.introductions, ...readPairs('--introduction', options.introduction) },
        countries: options.countries ?? known?.countries ?? [],
        locales: options.locales ?? known?.locales ?? [],
        timeZone: options.timeZone ?? known?.timeZone ?? '',
      };
      const outcome = await newsroom.setUpOffice(wanted);
      print(`${outcome === 'made' ? 'Made' : 'Changed'}: ${describe(wanted)}`);
      remarkOnLanguages(context, (await newsroom.organisation())?.locales ?? null, wanted.locales);
      return 0;
    } finally {
      await newsroom.close();
    }
  },
});

function describe(one: Office): string {
  const name = one.names.en ?? Object.values(one.names)[0] ?? '';
  return `${one.code}  ${name}  (${one.countries.join(', ') || 'no countries'}; ${one.locales.join(', ') || 'no languages'}; ${one.timeZone})`;
}

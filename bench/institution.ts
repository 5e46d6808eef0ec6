import type { ArchiveLine } from '../src/transfer/archive-line.ts';

export const languages = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'ru'] as const;
export type Language = (typeof languages)[number];

/** Twelve; each works in one to three languages and covers one to three countries. */
export const offices: readonly { code: string; countries: readonly string[]; locales: readonly Language[] }[] = [
  { code: 'HQ', countries: ['NL'], locales: ['en', 'fr', 'es'] },
  { code: 'RO-AFRICA', countries: ['KE', 'UG', 'TZ'], locales: ['en', 'fr'] },
  { code: 'RO-AMERICAS', countries: ['PE', 'EC'], locales: ['es', 'en'] },
  { code: 'RO-ARAB', countries: ['LB', 'JO'], locales: ['ar', 'en'] },
  { code: 'RO-ASIA', countries: ['TH', 'VN', 'LA'], locales: ['en'] },
  { code: 'RO-EURASIA', countries: ['KZ', 'KG'], locales: ['ru', 'en'] },
  { code: 'CO-NORTH-QUAY', countries: ['CN', 'MN'], locales: ['zh-Hans', 'en'] },
  { code: 'CO-DAKAR', countries: ['SN', 'ML', 'GN'], locales: ['fr'] },
  { code: 'CO-LA-PAZ', countries: ['BO'], locales: ['es'] },
  { code: 'CO-RABAT', countries: ['MA', 'TN'], locales: ['ar', 'fr'] },
  { code: 'CO-SUVA', countries: ['FJ', 'WS', 'TO'], locales: ['en'] },
  { code: 'CO-DUSHANBE', countries: ['TJ'], locales: ['ru'] },
];

export const topics = [
  ...['ports', 'tides', 'pilots', 'dredging', 'lights', 'charts', 'crews', 'wrecks', 'weather', 'reefs'],
].map((code) => ({ code, name: `${code[0]?.toUpperCase()}${code.slice(1)}` }));

/** Who publishes, before the first release. */
export function institutionLines(): ArchiveLine[] {
  const introduction =
    'Announcements about harbours, lights and the people who keep them, from every office, newest first.';
  return [
    {
      kind: 'organisation',
      names: { en: 'Harbour and Lights Board' },
      introductions: { en: introduction },
      // Half show every release in the best language there is, half only their own: both kinds of pages are kept.
      locales: languages.map((locale, place) => ({ locale, scope: place < 3 ? 'any' : 'locale' })),
      defaultLocale: 'en',
      timeZone: 'Europe/Amsterdam',
    },
    ...offices.map(
      ({ code, countries, locales }): ArchiveLine => ({
        kind: 'office',
        code,
        slug: code.toLowerCase(),
        names: { en: `Office ${code}` },
        introductions: {},
        countries: [...countries],
        locales: [...locales],
        timeZone: 'Europe/Amsterdam',
      }),
    ),
    ...topics.map(({ code, name }): ArchiveLine => ({ kind: 'topic', code, slug: code, names: { en: name } })),
  ];
}

import { join } from 'node:path';

// A process of its own for the tests that kill or trace it: publishes as many releases as asked, each by itself, and says
// so after each.
const built = (name: string) => import(new URL(`../../dist/${name}.js`, import.meta.url).href);
const { openNewsroom }: typeof import('../../src/newsroom.ts') = await built('newsroom');
const { systemClock }: typeof import('../../src/platform/clock.ts') = await built('platform/clock');
const { paragraph }: typeof import('../../src/platform/html.ts') = await built('platform/html');
const { newId }: typeof import('../../src/platform/ids.ts') = await built('platform/ids');
const { localeOf }: typeof import('../../src/platform/locales.ts') = await built('platform/locales');

const [data = '', count = '0'] = process.argv.slice(2);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const settings = { data, database: join(data, 'newsroom.sqlite'), databasePublic: null, origin: 'http://calder.test' };
const newsroom = await openNewsroom(
  { ...settings, cacheBytes: 0, pageFiles: false },
  { clock: systemClock, newId, log },
);
const locale = localeOf('en');
await newsroom.setUpOffice({
  ...{ code: 'PORT', slug: 'port', names: { en: 'Port of Calder' }, introductions: {} },
  ...{ countries: ['GB'], locales: [locale], timeZone: 'Europe/London' },
});
process.stdout.write('begin\n');
for (let n = 1; n <= Number(count); n += 1) {
  const facts = { type: 'press-release' as const, countries: [], topics: [], organisationWide: false };
  const outcome = await newsroom.publish([
    {
      release: { id: newId(), office: 'PORT', ...facts, reference: null, origin: 'written' },
      text: {
        ...{ kicker: null, headline: `Ferry ${n} leaves`, summary: null, place: null },
        ...{ body: paragraph('It leaves at nine.'), notes: null },
      },
      ...{ locale, slug: null, pictures: [], at: null, change: null, translatedFrom: null, legacyPaths: [] },
    },
  ]);
  if (!outcome.ok) process.exit(1);
  process.stdout.write(`public ${n}\n`);
}
process.stdout.write('end\n');
await newsroom.close();

import { join } from 'node:path';
import { systemClock } from '../../src/platform/clock.ts';
import { paragraph } from '../../src/platform/html.ts';
import { newId } from '../../src/platform/ids.ts';
import { localeOf } from '../../src/platform/locales.ts';

// A process of its own for the tests that kill or trace it: publishes as many releases as asked, each by itself, and says
// so after each.
const built = new URL('../../dist/newsroom.js', import.meta.url).href;
const { openNewsroom }: typeof import('../../src/newsroom.ts') = await import(built);

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

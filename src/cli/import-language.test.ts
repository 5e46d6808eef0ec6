import { expect, test } from 'vitest';
import { archiveOf } from '../../test/support/archives.ts';
import { openCommandLine } from '../../test/support/typed-commands.ts';

const { typed, write, data } = openCommandLine('languages');
const place = ['--countries', 'GB', '--time-zone', 'Europe/London'];

/** What both say, and how they end: the import and its dry run. */
async function bothSay(...words: string[]) {
  const dry = await typed('import', ...words, '--dry-run');
  expect(await typed('import', ...words)).toEqual(dry);
  return dry;
}

async function openQuay(code: string) {
  await typed('organisation', '--name', 'en=Ports of Calder', '--locales', 'en,zh-Hans');
  await typed('office', code, '--name', 'en=Quay', '--locales', 'en', ...place);
}

test('a language that is close to one of the site is refused with the one to write, and nothing is written', async () => {
  await openQuay('NORTH');
  const file = write('zh.txt', '1. 新码头开放\n2016-01-12\n代表到会。\n');
  expect(await typed('import', file, '--office', 'NORTH', '--locale', 'zh-Hans')).toMatchObject({ exit: 0 });
  for (const locale of ['zh', 'zh-CN']) {
    const { exit, said } = await bothSay(file, '--office', 'NORTH', '--locale', locale);
    expect(exit).toBe(2);
    expect(said).toContain(
      `--locale: ${locale} is no language of this newsroom, and zh-Hans is. Write --locale zh-Hans`,
    );
    expect(said).toContain('--new-language');
    expect(said).not.toContain('imported');
  }
  const british = write('en.txt', '1. Quay opened\n03/04/2016\nAll met.\n');
  const { said } = await bothSay(british, '--office', 'NORTH', '--locale', 'en-GB');
  expect(said).toContain('Write --locale en;');
  expect(said).toContain('--slashed-dates');
  const again = await typed('import', british, '--office', 'NORTH', '--locale', 'en', '--slashed-dates', 'day-first');
  expect(again.said).toContain('1 imported');
  const months = await typed('import', british, '--locale', 'en', '--slashed-dates', 'month-first', '--dry-run');
  expect(months.said).toContain('2016-03-04  Quay opened');
});

test('a language that neither the site nor the office has comes in only by an option that says so', async () => {
  await openQuay('SOUTH');
  const file = write('fr.txt', '1. Quai ouvert\n2016-01-12\nTous présents.\n');
  const whose = ['--office', 'SOUTH', '--locale', 'fr'];
  const { exit, said } = await bothSay(file, ...whose);
  expect(exit).toBe(2);
  expect(said).toContain('--locale: neither the site (en, zh-Hans) nor SOUTH (en) has fr.');
  expect(said).toContain(`bin/dateline organisation --data ${data} --locales en:any,zh-Hans:any,fr:any`);
  // Another script is another language.
  const traditional = write('hant.txt', '1. 新碼頭開放\n2016-01-12\n代表到會。\n');
  expect((await bothSay(traditional, '--office', 'SOUTH', '--locale', 'zh-TW')).said).toContain('neither the site');

  const taken = await typed('import', file, ...whose, '--new-language');
  expect(taken).toMatchObject({ exit: 0, said: expect.stringContaining('1 imported') });
  expect(taken.said.indexOf('no lists in fr')).toBeLessThan(taken.said.indexOf('1 imported'));
  expect((await typed('office', 'SOUTH', '--locales', 'en,ar')).exit).toBe(0);
  const arabic = write('ar.txt', '1. افتتاح الرصيف\n2016-01-12\nحضر الجميع.\n');
  const own = await typed('import', arabic, '--office', 'SOUTH', '--locale', 'ar');
  expect(own).toMatchObject({ exit: 0, said: expect.stringContaining('The site has no lists in ar yet') });
});

test('of several files none is written; an archive before the list may bring the language', async () => {
  await openQuay('EAST');
  const list = write('mn.txt', '1. Гарам тохиров\n2016-01-12\nБүгд уулзав.\n');
  const office = { kind: 'office', code: 'WEST', slug: 'west', introductions: {} } as const;
  const about = { names: { en: 'West' }, countries: ['MN'], timeZone: 'Europe/London' };
  const archive = write('west.ndjson', archiveOf([{ ...office, ...about, locales: ['mn'] }]));
  const english = write('east.txt', '1. Ferry agreed\n12 January 2014\nAll met.\n');
  const refused = await bothSay(english, list, '--office', 'EAST', '--locale', 'mn');
  expect(refused.said).toContain('nothing of any file was written');
  const { exit, said } = await typed('import', archive, list, '--office', 'WEST', '--locale', 'mn');
  expect(exit, said).toBe(0);
});

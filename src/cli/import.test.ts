import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { actsOf, archiveOf, portOffice } from '../../test/support/archives.ts';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const typed = (...words: string[]) => inData(join(folder, 'data'), ...words);

async function inData(data: string, ...words: string[]): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const print = (line: string) => said.push(line);
  const rest = { variables: {}, remark: print, onInterrupt: () => () => {}, leave: () => {} };
  const exit = await startCommand(commands, { words: [...words, '--data', data], print, ...rest });
  return { exit, said: said.join('\n') };
}

test('of several files none is written when one of them cannot be read', async () => {
  const [good, bad] = [join(folder, 'good.txt'), join(folder, 'bad.txt')];
  writeFileSync(good, '1. Ferry agreed\n12 January 2017\nAll met.\n');
  writeFileSync(bad, '1. Dredging\n11 January 2017\nWork \u0000 starts at the old lighthouse of Calder.\n');
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  expect(await typed('office', 'PORT', '--name', 'en=Port of Calder', ...place)).toMatchObject({ exit: 0 });
  const whose = ['--office', 'PORT', '--locale', 'en'];

  const refused = await typed('import', good, bad, ...whose);
  expect(refused.exit).not.toBe(0);
  expect(refused.said).toContain(`${bad}: nothing of any file was written.`);
  expect((await typed('import', good, ...whose)).said).toContain('1 imported, 0 already here');
});

test('a language that there is not is refused; one that the site lacks comes in, with the command that gives it lists', async () => {
  const file = join(folder, 'ferry.txt');
  writeFileSync(file, '1. Гарам тохиров\n2016-01-12\nБүгд уулзав.\n');
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('organisation', '--name', 'en=Ports of Calder');
  await typed('office', 'QUAY', '--name', 'en=Quay of Calder', ...place);

  const refused = await typed('import', file, '--office', 'QUAY', '--locale', 'english');
  expect(refused.exit).not.toBe(0);
  expect(refused.said).toMatch(/english.*en/s);

  const { exit, said } = await typed('import', file, '--office', 'QUAY', '--locale', 'mn', '--new-language');
  expect(exit).toBe(0);
  const there = `--data ${join(folder, 'data')}`;
  expect(said).toContain(
    `no lists in mn yet. To have them: bin/dateline organisation ${there} --locales en:any,mn:any`,
  );
  expect(said).toContain('QUAY has said that it writes in en, not in mn.');
  expect((await typed('organisation', '--locales', 'en:any,mn:any')).exit).toBe(0);
  expect((await typed('import', file, '--office', 'QUAY', '--locale', 'mn')).said).not.toContain('no lists in');
});

/** What both say, and how they end: the import and its dry run. */
async function bothSay(...words: string[]) {
  const dry = await typed('import', ...words, '--dry-run');
  return { dry, real: await typed('import', ...words) };
}

test('a dry run refuses what the import would refuse, in the same words, before it prints a release', async () => {
  const [good, long] = [join(folder, 'pier.txt'), join(folder, 'long.txt')];
  writeFileSync(good, '1. Pier opened\n12 January 2015\nAll met.\n');
  writeFileSync(
    long,
    `1. Pier closed\n13 January 2015\nAll left.\n\n2. ${'A pier '.repeat(400)}\n12 January 2015\nAll met.\n`,
  );
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'PIER', '--name', 'en=Pier of Calder', ...place);

  const tooLong = await bothSay(good, long, '--office', 'PIER', '--locale', 'en');
  expect(tooLong.dry).toEqual(tooLong.real);
  expect(tooLong.dry.said).toContain(`${long}: nothing of any file was written.`);
  expect(tooLong.dry.said).not.toContain('Pier opened');
});

test('a dry run shows a list before its office is there, and says that the import will want it', async () => {
  const file = join(folder, 'weir.txt');
  writeFileSync(file, '1. Weir opened\n12 January 2015\nAll met.\n');
  const elsewhere = join(folder, 'nowhere');
  const whose = ['--office', 'WEIR', '--locale', 'en'];
  const { exit, said } = await inData(elsewhere, 'import', file, ...whose, '--dry-run');
  expect(exit).toBe(0);
  expect(said).toContain(`There is no office WEIR. Make it with: bin/dateline office --data ${elsewhere} WEIR`);
  expect(said).toContain('2015-01-12  Weir opened');
  expect(existsSync(elsewhere)).toBe(false);
  expect((await typed('import', file, ...whose)).exit).toBe(1);
});

test('a list in another language than was named for it does not become public in that', async () => {
  const file = join(folder, 'lock.txt');
  writeFileSync(file, '1. Lock opened\n12 January 2015\nAll met.\n');
  const place = ['--countries', 'GB', '--locales', 'en,zh-Hans', '--time-zone', 'Europe/London'];
  await typed('office', 'LOCK', '--name', 'en=Lock of Calder', ...place);
  const { dry, real } = await bothSay(file, '--office', 'LOCK', '--locale', 'zh-Hans');
  expect(dry).toMatchObject({
    exit: 0,
    said: expect.stringContaining('None of the texts (1) has a letter that zh-Hans'),
  });
  expect(dry.said).toContain('2015-01-12  Lock opened');
  expect(real).toMatchObject({ exit: 1, said: expect.stringContaining('Name their language with --locale') });
  // Pages of one list are looked at together, as they come in together.
  const other = join(folder, 'lock-2.txt');
  writeFileSync(other, '1. 新船闸开放\n2015-01-11\n代表到会。\n');
  const both = await typed('import', file, other, '--office', 'LOCK', '--locale', 'zh-Hans', '--dry-run');
  expect(both.said).not.toContain('has a letter');
  expect((await typed('import', file, '--office', 'LOCK', '--locale', 'en')).said).toContain('1 imported, 0 already');
});

test('a dry run of an archive knows what is here, and what the files before bring', async () => {
  const named = (name: string) => join(folder, `${name}.ndjson`);
  const [offices, first, second, wrong] = [named('offices'), named('first'), named('second'), named('wrong')];
  writeFileSync(offices, archiveOf([portOffice]));
  writeFileSync(first, archiveOf(actsOf(1)));
  writeFileSync(second, archiveOf([...actsOf(2), ...actsOf(1)]));
  const path = { legacyPaths: ['/old/page-1.htm'] };
  writeFileSync(wrong, archiveOf(actsOf(3).map((line) => (line.kind === 'edition' ? { ...line, ...path } : line))));
  const list = join(folder, 'list.txt');
  writeFileSync(list, '1. Ferry agreed\n12 January 2014\nAll met.\n');
  const data = join(folder, 'other');

  const alone = await inData(data, 'import', first, '--dry-run');
  expect(alone).toMatchObject({ exit: 1, said: expect.stringContaining('PORT') });
  const whose = ['--office', 'PORT', '--locale', 'en'];
  const together = await inData(data, 'import', offices, first, second, list, ...whose, '--dry-run');
  expect(together).toMatchObject({ exit: 0, said: expect.stringContaining('2014-01-12  Ferry agreed') });
  expect(existsSync(data)).toBe(false);

  const refused = await inData(data, 'import', offices, first, wrong, '--dry-run');
  expect(refused).toMatchObject({
    exit: 1,
    said: expect.stringContaining(`${wrong}: nothing of any file was written.`),
  });
  expect(await inData(data, 'import', offices, first, wrong)).toEqual(refused);
  expect((await inData(data, 'office')).said).toContain('There is no office yet');

  expect((await inData(data, 'import', offices, first)).exit).toBe(0);
  expect((await inData(data, 'import', second, '--dry-run')).exit).toBe(0);
  const against = await inData(data, 'import', wrong, '--dry-run');
  expect(against).toMatchObject({ exit: 1, said: expect.stringContaining('/old/page-1.htm') });
  expect(await inData(data, 'import', wrong)).toEqual(against);
});

test('two files of one list are compared with each other, and one that is named twice is read once', async () => {
  const [newer, older] = [join(folder, 'page-1.txt'), join(folder, 'page-2.txt')];
  writeFileSync(newer, '1. Quay opened to the public\n12 March 2013\nAll met.\n');
  writeFileSync(
    older,
    '1. Quay opened to the public!\n12 March 2013\nAll left.\n\n2. Fees\n2 March 2013\nThey stay.\n',
  );
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'JETTY', '--name', 'en=Jetty of Calder', ...place);
  const whose = ['--office', 'JETTY', '--locale', 'en'];

  const dry = await typed('import', newer, older, newer, ...whose, '--dry-run');
  expect(dry.said).toContain(`${newer} is named twice; it is read once.`);
  expect(dry.said).toContain('line 1: same-day-duplicate: “Quay opened to the public” stands twice on 2013-03-12.');
  expect(dry.said).toContain(`${older}: 2 releases, 1 warnings. Nothing was written.`);
  const real = await typed('import', newer, older, `${folder}/./page-1.txt`, ...whose);
  expect(real.said).toContain(`${newer}: 1 imported, 0 already here, 0 left out.`);
  expect(real.said).toContain(`${older}: 2 imported, 0 already here, 0 left out.`);
  expect(real.said).toContain('same-day-duplicate: 1');
});

test('a dry run of a list tells which of its items are here, which would come in, and which would be left out', async () => {
  const file = join(folder, 'dock.txt');
  const page = (more: string, summary = 'All met.') =>
    writeFileSync(file, `1. Dock opened\n12 March 2012\n${summary}\n\n2. Dues\n2 March 2012\nThey stay.\n${more}`);
  page('');
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'DOCK', '--name', 'en=Dock of Calder', ...place);
  const whose = ['--office', 'DOCK', '--locale', 'en'];
  const dry = (...more: string[]) => typed('import', file, ...whose, '--dry-run', ...more);

  expect((await dry()).said).toContain('The import: 2 would come in, 0 already here, 0 would be left out.');
  await typed('import', file, ...whose);
  const again = await dry();
  expect(again.said).toContain('line 1: already here: DOCK/2012/2');
  expect(again.said).toContain(
    'The import: 0 would come in, 2 already here, 0 would be left out. Nothing would change.',
  );
  expect((await typed('import', file, ...whose)).said).toContain('Nothing changed: all of it was here.');

  page('\n3. Rates\n1 March 2012\nNone.\n\n4. Tides\nThey turn.\n', 'Everybody met.');
  const mended = await dry();
  expect(mended.said).toContain(
    'line 1: would be left out: DOCK/2012/2 has this day and headline and another summary.',
  );
  expect(mended.said).toContain('line 13: would be left out: It has no date.');
  expect(mended.said).toContain('The import: 1 would come in, 1 already here, 2 would be left out.');
  const real = await typed('import', file, ...whose);
  expect(real.said).toContain('1 imported, 1 already here, 2 left out.');
  expect([again.exit, mended.exit, real.exit]).toEqual([0, 3, 3]);
});

test('with --json a dry run prints its releases alone, and tells on standard error how many are here', async () => {
  const file = join(folder, 'sluice.txt');
  writeFileSync(file, '1. Sluice opened\n12 March 2011\nAll met.\n');
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'SLUICE', '--name', 'en=Sluice of Calder', ...place);
  const whose = ['--office', 'SLUICE', '--locale', 'en'];
  await typed('import', file, ...whose);
  const { said } = await typed('import', file, ...whose, '--dry-run', '--json');
  const [release = '', tally] = said.split('\n');
  const keys = ['headline', 'summary', 'date', 'credit', 'kicker', 'place', 'locale', 'warnings'];
  expect(Object.keys(JSON.parse(release))).toEqual(keys);
  expect(tally).toBe('The import: 0 would come in, 1 already here, 0 would be left out. Nothing would change.');
});

test('whoever moves a list page in is told that its pictures do not come along, before and after', async () => {
  const file = join(folder, 'mole.txt');
  const credited = (n: number) => `${n}. © Ann Other / AFP\nMole ${n} opened\n1${n} March 2011\nAll met.\n`;
  writeFileSync(file, `${credited(3)}\n${credited(2)}\n1. Mole closed\n10 March 2011\nAll left.\n`);
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'MOLE', '--name', 'en=Mole of Calder', ...place);
  const { dry, real } = await bothSay(file, '--office', 'MOLE', '--locale', 'en');
  expect(dry.said).toContain('2 credits come without their pictures');
  expect(real.said).toContain('2 credits came in without their pictures');
  for (const { said } of [dry, real]) expect(said).toContain('A list page has no pictures to move in');
  expect((await typed('import', file, '--office', 'MOLE', '--locale', 'en')).said).not.toContain('credits');
});

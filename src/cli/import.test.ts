import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function typed(...words: string[]): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const print = (line: string) => said.push(line);
  const rest = { variables: {}, remark: print, onInterrupt: () => () => {}, leave: () => {} };
  const exit = await startCommand(commands, { words: [...words, '--data', join(folder, 'data')], print, ...rest });
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
  writeFileSync(file, '1. Ferry agreed\n12 January 2016\nAll met.\n');
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('organisation', '--name', 'en=Ports of Calder');
  await typed('office', 'QUAY', '--name', 'en=Quay of Calder', ...place);

  const refused = await typed('import', file, '--office', 'QUAY', '--locale', 'english');
  expect(refused.exit).not.toBe(0);
  expect(refused.said).toMatch(/english.*en/s);

  const { exit, said } = await typed('import', file, '--office', 'QUAY', '--locale', 'mn');
  expect(exit).toBe(0);
  expect(said).toContain('no lists in mn yet. To have them: bin/dateline organisation --locales en:any,mn:any');
  expect((await typed('organisation', '--locales', 'en:any,mn:any')).exit).toBe(0);
  expect((await typed('import', file, '--office', 'QUAY', '--locale', 'mn')).said).not.toContain('no lists in');
});

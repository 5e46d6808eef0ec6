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

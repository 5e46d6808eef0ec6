import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-index-'));
const data = join(folder, 'data');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function typed(...words: string[]): Promise<{ exit: number; said: string }> {
  const said: string[] = [];
  const print = (line: string) => said.push(line);
  const rest = { variables: {}, remark: print, onInterrupt: () => () => {}, leave: () => {} };
  const exit = await startCommand(commands, { words: [...words, '--data', data], print, ...rest });
  return { exit, said: said.join('\n') };
}

test('an import may leave the search index for later, and a command makes it', async () => {
  const list = join(folder, 'list.txt');
  const items = Array.from({ length: 1_100 }, (_, n) => `${n + 1}. Ferry ${n} agreed\n12 January 2017\nAll met.\n`);
  writeFileSync(list, items.join('\n'));
  const place = ['--countries', 'GB', '--locales', 'en', '--time-zone', 'Europe/London'];
  await typed('office', 'PORT', '--name', 'en=Port of Calder', ...place);
  const moved = await typed('import', list, '--office', 'PORT', '--locale', 'en', '--index-later');
  expect(moved.said).toContain('1100 imported');
  expect(moved.said).toContain('bin/dateline index');

  expect((await typed('index')).said).toContain('1100 public acts indexed');
  expect((await typed('index')).said).toContain('0 public acts indexed');
  expect((await typed('check')).said).toContain('no difference');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const data = mkdtempSync(join(tmpdir(), 'dateline-key-'));

async function typed(...words: string[]) {
  const [said, remarks]: [string[], string[]] = [[], []];
  const print = (line: string) => said.push(line);
  const remark = (line: string) => remarks.push(line);
  const rest = { variables: {}, onInterrupt: () => () => {}, leave: () => {} };
  const code = await startCommand(commands, { words: ['key', ...words, '--data', data], print, remark, ...rest });
  return { code, said: said.join('\n'), remarks: remarks.join('\n') };
}

beforeAll(async () => {
  expect((await typed('--name', 'The wire')).code).toBe(0);
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('a key is told once, and afterwards only whose it is', async () => {
  const { code, said } = await typed('--name', 'An archive', '--scopes', 'bulk', '--per-minute', '20');
  expect(code).toBe(0);
  const [, key = ''] = /told this once: (dl_[\w-]{43})$/.exec(said) ?? [];
  expect(key).toHaveLength(46);
  const list = (await typed()).said;
  expect(list).toMatch(/The wire {2}\(read, bulk; 600 a minute; since .*Z\)\n.* An archive {2}\(bulk; 20 a minute;/);
  expect(list).not.toContain('dl_');
});

test('a key is revoked by its id, once', async () => {
  const [, id = ''] = /Made: ([0-9a-f-]{36}) /.exec((await typed('--name', 'Somebody gone')).said) ?? [];
  expect(await typed('--revoke', id)).toMatchObject({ code: 0, said: `Revoked: ${id}` });
  expect((await typed()).said).toMatch(/Somebody gone {2}\(read, bulk; 600 a minute; revoked .*Z\)/);
  expect(await typed('--revoke', id)).toMatchObject({ code: 1, said: expect.stringContaining('No key with the id') });
});

test.each([
  [['--scopes', 'read'], /--name: it is missing/],
  [['--name', 'x', '--revoke', 'y'], /--revoke: it goes without --name/],
  [['--name', 'x', '--scopes', 'write'], /“write” is not one of: read, bulk/],
  [['--name', 'x', '--per-minute', '0'], /not a whole number from 1/],
])('%s is refused with what to type instead', async (words, problem) => {
  const { code, remarks } = await typed(...words);
  expect(code).toBe(2);
  expect(remarks).toMatch(problem);
});

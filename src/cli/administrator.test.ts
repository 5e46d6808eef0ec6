import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openNewsroom } from '../newsroom.ts';
import { systemClock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const data = mkdtempSync(join(tmpdir(), 'dateline-administrator-'));

async function typed(...words: string[]) {
  const [said, remarks]: [string[], string[]] = [[], []];
  const print = (line: string) => said.push(line);
  const remark = (line: string) => remarks.push(line);
  const rest = { variables: {}, onInterrupt: () => () => {}, leave: () => {} };
  const all = ['administrator', ...words, '--data', data];
  const code = await startCommand(commands, { words: all, print, remark, ...rest });
  return { code, said: said.join('\n'), remarks: remarks.join('\n') };
}

beforeAll(async () => {
  const settings = {
    data,
    database: join(data, 'newsroom.sqlite'),
    databasePublic: null,
    origin: 'http://calder.test',
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const newsroom = await openNewsroom(
    { ...settings, cacheBytes: 0, pageFiles: false },
    { clock: systemClock, newId, log },
  );
  await newsroom.close();
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('where there is no administrator yet, the list says how the first comes in', async () => {
  const { code, said } = await typed();
  expect(code).toBe(0);
  expect(said).toBe(`There is no administrator yet. bin/dateline serve --data ${data} prints the link for the first.`);
});

test('who is no administrator gets no link', async () => {
  const { code, said, remarks } = await typed('nobody@calder.example');
  expect({ code, said }).toEqual({ code: 1, said: '' });
  expect(remarks).toBe(
    `“nobody@calder.example”: no administrator has this e-mail address. bin/dateline administrator --data ${data} lists them.`,
  );
});

test('two addresses at once are one word too many', async () => {
  expect(await typed('one@calder.example', 'two@calder.example')).toMatchObject({ code: 2 });
});

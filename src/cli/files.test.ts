import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-files-'));
const data = join(folder, 'data');
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  await typed('office', 'PORT', '--name', 'en=Port', '--time-zone', 'UTC', '--data', data);
  mkdirSync(at('here'));
  writeFileSync(at('a-file'), 'mine');
  writeFileSync(at('empty.txt'), '\n\n');
  writeFileSync(at('one.csv'), 'from,to\n/old,gone\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function typed(...words: string[]) {
  const [said, remarks]: [string[], string[]] = [[], []];
  const print = (line: string) => said.push(line);
  const remark = (line: string) => remarks.push(line);
  const rest = { variables: {}, onInterrupt: () => () => {}, leave: () => {} };
  return { code: await startCommand(commands, { words, print, remark, ...rest }), said, remarks };
}

test('a data folder that cannot be made is refused by name, below /proc too', async () => {
  for (const folder of ['/proc/dateline', '/proc/dateline/data', at('a-file/data')]) {
    const { code, remarks } = await typed(
      'office',
      'PORT',
      '--name',
      'en=Port',
      '--time-zone',
      'UTC',
      '--data',
      folder,
    );
    expect(code).not.toBe(0);
    expect(remarks.join()).toMatch(
      /^dateline: --data: cannot be made or written \(ENO(?:ENT|TDIR)\)\. Choose another folder\.$/,
    );
  }
  const deep = await typed('office', 'PORT', '--name', 'en=Port', '--time-zone', 'UTC', '--data', at('one/two/three'));
  expect(deep.code).toBe(0);
});

test.each([
  ['nowhere/all.ndjson', (name: string) => `There is no folder ${join(name, '..')}. Make it, or name another file.`],
  ['here', (name: string) => `${name} is a folder. Name a file.`],
  ['a-file/all.ndjson', (name: string) => `${join(name, '..')} is not a folder. Name another file.`],
])('an export to %s says what is wrong with that name, and leaves nothing', async (name, words) => {
  const { code, remarks } = await typed('export', '--data', data, '--output', at(name));
  expect(code).toBe(2);
  expect(remarks).toEqual([`dateline: --output: ${words(at(name))}`]);
  expect(readdirSync(folder).filter((one) => one.includes('part'))).toEqual([]);
});

test('an export names the file it wrote, and leaves no other', async () => {
  const { code, remarks } = await typed('export', '--data', data, '--output', at('all.ndjson'));
  expect({ code, remarks }).toEqual({ code: 0, remarks: [`Written to ${at('all.ndjson')}.`] });
  expect(existsSync(`${at('all.ndjson')}.part`)).toBe(false);
});

test.each([['seed'], ['check']])('a file in the place of the data folder is called a file by %s', async (word) => {
  const { code, remarks } = await typed(word, '--data', at('a-file'));
  expect(code).toBe(2);
  expect(remarks).toEqual([`dateline: --data: ${at('a-file')} is a file. Choose another folder.`]);
});

test('one of a kind is told as one', async () => {
  const { said } = await typed('legacy', at('one.csv'), '--data', data);
  expect(said.join('\n')).toContain('1 row: 0 lead to a text, 0 to another page, 1 is gone; 0 patterns.');
});

test('the coverage of a file without addresses says so and fails', async () => {
  const { code, said, remarks } = await typed('legacy', '--coverage', at('empty.txt'), '--data', data);
  expect({ code, said }).toEqual({ code: 1, said: [] });
  expect(remarks).toEqual([expect.stringContaining(`No address was found in ${at('empty.txt')}`)]);
});

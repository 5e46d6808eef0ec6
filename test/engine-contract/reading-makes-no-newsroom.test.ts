import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { startCommand } from '../../src/cli/start-command.ts';
import { emptyPostgres, fileOfAnotherProgram } from '../support/engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-nowhere-'));
const asked = join(folder, 'asked.txt');
const map = join(folder, 'map.csv');
let postgres: Awaited<ReturnType<typeof emptyPostgres>>;

beforeAll(async () => {
  writeFileSync(asked, '/en\n');
  writeFileSync(map, 'from,to\n/old,gone\n');
  postgres = await emptyPostgres();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function typed(...words: string[]) {
  const [said, remarks]: [string[], string[]] = [[], []];
  const terminal = {
    words,
    variables: {},
    print: (line: string) => said.push(line),
    remark: (line: string) => remarks.push(line),
    onInterrupt: () => () => {},
    leave: () => {},
  };
  const code = await startCommand(commands, terminal);
  return { code, said, remarks };
}

const readings: readonly (readonly string[])[] = [
  ['check'],
  ['export'],
  ['doctor', '--routes'],
  ['office'],
  ['legacy', '--coverage', asked],
  ['legacy', map, '--dry-run'],
];

describe.each(readings.map((words) => [words]))('%j', (words) => {
  test('in a folder that is not there names it and makes nothing', async () => {
    const data = join(folder, 'no-such-folder');
    const { code, said, remarks } = await typed(...words, '--data', data);
    expect({ code, said }).toEqual({ code: 1, said: [] });
    expect(remarks).toEqual([expect.stringContaining(`no newsroom at ${join(data, 'newsroom.sqlite')}`)]);
    expect(remarks[0]).toMatch(/--data/);
    expect(existsSync(data)).toBe(false);
  });

  test('in an empty PostgreSQL database names it without its password and makes nothing', async () => {
    const place = ['--data', join(folder, 'pictures'), '--database', postgres.url.href];
    const { code, said, remarks } = await typed(...words, ...place);
    expect({ code, said }).toEqual({ code: 1, said: [] });
    expect(remarks).toEqual([
      expect.stringContaining(`no newsroom at postgres://${postgres.url.host}${postgres.url.pathname}`),
    ]);
    expect(remarks[0]).not.toContain(postgres.url.password);
    expect(await postgres.tables()).toEqual([]);
    expect(existsSync(join(folder, 'pictures'))).toBe(false);
  });
});

describe.each(['delete', 'wal'] as const)('the SQLite file of another program, in journal mode %s,', (mode) => {
  const data = join(folder, `of-another-${mode}`);
  const file = join(data, 'newsroom.sqlite');
  const inside = () => [readdirSync(data), readFileSync(file).toString('hex')];

  beforeAll(() => {
    mkdirSync(data);
    fileOfAnotherProgram(file, mode);
  });

  test.each([
    [['check'], 'There is no newsroom at'],
    [['office'], 'There is no newsroom at'],
    [['office', 'PORT', '--name', 'en=Port', '--time-zone', 'UTC'], 'of another program'],
    [['seed'], 'of another program'],
  ])('is refused by %j and left byte for byte as it was', async (words, why) => {
    const before = inside();
    const { code, remarks } = await typed(...words, '--data', data);
    expect({ code, remarks }).toEqual({ code: 1, remarks: [expect.stringContaining(why)] });
    expect(remarks[0]).toContain(file);
    expect(inside()).toEqual(before);
  });
});

test('an empty file is no newsroom to read, and may become one', async () => {
  const data = join(folder, 'empty-file');
  const file = join(data, 'newsroom.sqlite');
  mkdirSync(data);
  writeFileSync(file, '');
  expect((await typed('check', '--data', data)).remarks).toEqual([expect.stringContaining('no newsroom at')]);
  expect(readFileSync(file, 'utf8')).toBe('');
  expect((await typed('office', 'PORT', '--name', 'en=Port', '--time-zone', 'UTC', '--data', data)).code).toBe(0);
  expect((await typed('check', '--data', data)).code).toBe(0);
});

test('check says how many texts it looked at', async () => {
  const data = join(folder, 'made');
  expect((await typed('office', 'PORT', '--name', 'en=Port', '--time-zone', 'UTC', '--data', data)).code).toBe(0);
  const list = join(folder, 'list.txt');
  writeFileSync(
    list,
    '1. Ferry leaves\n12 March 2018\nIt ends.\n\n2. Dredging begins\n11 March 2018\nTwo barges work.\n',
  );
  expect((await typed('import', list, '--office', 'PORT', '--locale', 'en', '--data', data)).code).toBe(0);
  const { code, said } = await typed('check', '--data', data);
  expect(code).toBe(0);
  expect(said).toEqual(['Looked at 2 texts in 2 releases: everything follows from the editions, no difference.']);
});

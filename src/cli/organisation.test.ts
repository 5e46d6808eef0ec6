import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../newsroom.ts';
import { fixedClock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { commands } from './commands.ts';
import { startCommand } from './start-command.ts';

const data = mkdtempSync(join(tmpdir(), 'dateline-organisation-'));
const settings = {
  data,
  database: join(data, 'newsroom.sqlite'),
  databasePublic: null,
  origin: 'https://news.example',
};
const log = { info: () => {}, warn: () => {}, error: () => {} };
const clock = fixedClock('2026-11-24T12:00:00Z');
let newsroom: Newsroom;
let server: Awaited<ReturnType<Newsroom['openServer']>>;

beforeAll(async () => {
  newsroom = await openNewsroom({ ...settings, cacheBytes: 1e6, pageFiles: false }, { clock, newId, log });
  server = await newsroom.openServer();
});
afterAll(async () => {
  await server.close();
  await newsroom.close();
  rmSync(data, { recursive: true, force: true });
});

async function typed(...words: string[]) {
  const [said, remarks]: [string[], string[]] = [[], []];
  const print = (line: string) => said.push(line);
  const remark = (line: string) => remarks.push(line);
  const rest = { variables: {}, onInterrupt: () => () => {}, leave: () => {} };
  const code = await startCommand(commands, { words: [...words, '--data', data], print, remark, ...rest });
  return { code, said: said.join('\n'), remarks: remarks.join('\n') };
}
const pageAt = async (url: string) => {
  const { body, status } = await server.visit({ method: 'GET', url, headers: {} });
  return { status, body: body.toString() };
};

test('a newsroom that was named by nobody says how to name it', async () => {
  const { code, said } = await typed('organisation');
  expect(code).toBe(0);
  expect(said).toContain(`bin/dateline organisation --data ${data} --name en="…"`);
});

test('a name is on the next page that is served, by another process, from a cache or not', async () => {
  expect((await pageAt('/en')).body).toContain('Newsroom');
  const words = [
    '--name',
    'en=Calder Port Authority',
    '--name',
    'fr=Port de Calder',
    '--introduction',
    'en=It decides.',
  ];
  const more = ['--locales', 'en:any,fr:locale', '--time-zone', 'Europe/London'];
  expect(await typed('organisation', ...words, ...more)).toMatchObject({ code: 0 });
  expect((await pageAt('/en')).body).toContain('Calder Port Authority');
  expect((await pageAt('/en')).body).toContain('It decides.');
  expect((await pageAt('/fr')).body).toContain('Port de Calder');
  const { said } = await typed('organisation');
  for (const part of ['Calder Port Authority', 'en:any, fr:locale', 'en first', 'Europe/London'])
    expect(said).toContain(part);
});

test('what is not said stays', async () => {
  await typed('organisation', '--default-locale', 'fr');
  const { said } = await typed('organisation');
  for (const part of ['Calder Port Authority', 'en:any, fr:locale', 'fr first', 'Europe/London'])
    expect(said).toContain(part);
});

test.each([
  [['--time-zone', 'Mars/Olympus'], /Mars\/Olympus.* is not a time zone/],
  [['--locales', 'de'], /fr is not among/],
  [['--default-locale', 'mn'], /mn is not among/],
  [['--locales', 'en:some'], /some.* is not one of: any, locale/],
  [['--locales', 'fr,fr:any'], /fr is named twice/],
  [['--name', 'en=Two\nlines'], /one line/],
])('%j is refused and changes nothing', async (words, message) => {
  const { said: before } = await typed('organisation');
  const { code, remarks } = await typed('organisation', ...words);
  expect(code).toBeGreaterThan(0);
  expect(remarks).toMatch(message);
  expect((await typed('organisation')).said).toBe(before);
});

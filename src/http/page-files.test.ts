import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { fileNameOf, openPageFiles } from './page-files.ts';
import { closeTestServers, list, openTestServer, textOf } from './test-server.ts';

const HTML = 'text/html; charset=utf-8';
const folders: string[] = [];
afterEach(async () => {
  await closeTestServers();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('a page of the current version is found under its address, one of another version is left out', async () => {
  const { folder, files } = await open();
  expect(await files.write(7, '/en', page('before any renewal'), HTML)).toBe('left-out');
  expect(await files.current()).toBeNull();

  await files.renew(7);
  expect(await files.current()).toBe(7);
  expect(await files.write(7, '/en', page('seven'), HTML)).toBe('written');
  expect(await files.write(7, '/en/offices/%E5%8C%97', page('office'), HTML)).toBe('written');
  expect(await files.write(6, '/en', page('six'), HTML)).toBe('left-out');
  expect(await files.write(8, '/en', page('eight'), HTML)).toBe('left-out');
  expect(await read(folder, 'en.page.gz')).toBe('seven');
  expect(await read(folder, 'en/offices/北.page.gz')).toBe('office');
});

test('after a renewal no page of before is found, even when the version comes back', async () => {
  const { folder, files } = await open();
  await files.renew(7);
  await files.write(7, '/en', page('seven'), HTML);
  await files.renew(8);
  await expect(read(folder, 'en.page.gz')).rejects.toThrow('ENOENT');

  await files.renew(7);
  await expect(read(folder, 'en.page.gz')).rejects.toThrow('ENOENT');
  expect(await files.write(7, '/en', page('seven again'), HTML)).toBe('written');
  expect(await read(folder, 'en.page.gz')).toBe('seven again');
});

test('directories of older versions are forgotten', async () => {
  const { folder, files } = await open();
  for (const version of [1, 2, 3, 4]) {
    await files.renew(version);
    await files.write(version, '/en', page('text'), HTML);
  }
  await expect.poll(async () => (await readdir(folder)).length).toBe(2);
  expect(await read(folder, 'en.page.gz')).toBe('text');
});

test('several processes may renew and write the same folder', async () => {
  const { folder, files } = await open();
  const other = openPageFiles(folder);
  await files.renew(1);
  expect(await other.write(1, '/en', page('by the other'), HTML)).toBe('written');
  await other.renew(2);
  expect(await files.write(1, '/en', page('late'), HTML)).toBe('left-out');
});

test('the time of a file names its content, so that a changed page of the same length has another tag', async () => {
  const { folder, files } = await open();
  const times: number[] = [];
  for (const [version, text] of [
    [1, 'one'],
    [2, 'two'],
    [3, 'one'],
  ] as const) {
    await files.renew(version);
    await files.write(version, '/en', page(text), HTML);
    times.push((await stat(join(folder, 'current/en.page.gz'))).mtimeMs);
  }
  expect(times[0]).toBe(times[2]);
  expect(times[0]).not.toBe(times[1]);
});

test('no address leads out of the folder or to a name that nginx would not look up', () => {
  const refused = [
    '',
    '/',
    '//en',
    '/en/',
    '/en//2017',
    '/../en',
    '/en/..',
    '/en/%2e%2e/x',
    '/en%2F..%2Fx',
    '/en/%00',
    '/.hidden',
  ];
  for (const url of [
    ...refused,
    '/en%3Fq',
    '/a%5Cb',
    '/x.page/en',
    '/en.page',
    '/en.gz',
    `/${'a'.repeat(250)}`,
    '/%zz',
    'en',
  ]) {
    expect(fileNameOf(url, HTML)).toBeNull();
  }
  expect(fileNameOf('/en', HTML)).toBe('en.page.gz');
  expect(fileNameOf('/en/feed.atom', 'application/atom+xml; charset=utf-8')).toBe('en/feed.atom.page.gz');
  expect(fileNameOf('/en/feed.atom', HTML)).toBeNull();
  expect(fileNameOf('/en', 'application/atom+xml')).toBeNull();
  expect(fileNameOf('/assets/style.css', 'text/css')).toBeNull();
});

test('whatever is asked for, its file lies below the folder', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '%2e',
    '%2F',
    '%5c',
    '%00',
    'en',
    '%E5%8C%97',
    '?',
    '#',
    '\\',
    ' ',
    '%',
  );
  const anyUrl = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => `/${pieces.join('')}`),
  );
  fc.assert(
    fc.property(anyUrl, (url) => {
      const name = fileNameOf(url, HTML);
      if (name !== null) expect(resolve('/folder', name)).toBe(`/folder/${name}`);
    }),
  );
});

test('the server puts each kept page on file, and none that was overtaken', async () => {
  const { folder, files } = await open();
  const newsroom = await openTestServer([list], { pageFiles: files });
  await files.renew(1);
  await newsroom.get('/en');
  await expect.poll(() => read(folder, 'en.page.gz')).toBe(textOf('/en', 1));

  await files.renew(2);
  await newsroom.get('/fr');
  newsroom.state.version = 2;
  await newsroom.get('/en');
  await expect.poll(() => read(folder, 'en.page.gz')).toBe(textOf('/en', 2));
  await expect(read(folder, 'fr.page.gz')).rejects.toThrow('ENOENT');
});

test('a page that outlives a publication lies in the new directory too, without being rendered again', async () => {
  const { folder, files } = await open();
  const changesAfter = (version: number) =>
    [{ version: 2, subjects: ['fr'] }].filter((change) => change.version > version);
  const noting = async <Outcome>(work: () => Promise<Outcome>) => ({
    outcome: await work(),
    readFrom: new Set(['en']),
  });
  const newsroom = await openTestServer([list], { pageFiles: files, keeping: { changesAfter, noting } });
  await files.renew(1);
  await newsroom.get('/en');
  await expect.poll(() => read(folder, 'en.page.gz')).toBe(textOf('/en', 1));

  await files.renew(2);
  newsroom.state.version = 2;
  await newsroom.get('/en');
  await expect.poll(() => read(folder, 'en.page.gz')).toBe(textOf('/en', 1));
  expect(newsroom.renderings).toEqual(['/en']);
});

async function open() {
  const folder = await mkdtemp(join(tmpdir(), 'page-files-'));
  folders.push(folder);
  return { folder, files: openPageFiles(folder) };
}

function page(text: string): Buffer {
  return gzipSync(text);
}

async function read(folder: string, name: string): Promise<string> {
  return gunzipSync(await readFile(join(folder, 'current', name))).toString();
}

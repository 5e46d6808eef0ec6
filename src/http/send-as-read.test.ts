import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, afterEach, expect, test } from 'vitest';
import type { Route } from './route.ts';
import { closeTestServers, openTestServer } from './test-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-files-'));
const file = join(folder, 'archive.gz');
// More than one piece of a stream.
const bytes = Buffer.alloc(300_000, 'The ferry leaves at nine. ');
writeFileSync(file, bytes);
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(closeTestServers);

const route = (path: string): Route => ({
  name: 'file',
  path: '/file',
  answer: async () => {
    const body = { file: path, bytes: bytes.length };
    return { status: 200, type: 'application/gzip', body, headers: { etag: '"of-the-file"' }, keep: false };
  },
});

test('a file is sent as it is, with its length and its tag', async () => {
  const { get, server } = await openTestServer([route(file)]);
  const answer = await get('/file', { 'accept-encoding': 'gzip' });
  expect(answer.body.equals(bytes)).toBe(true);
  expect(answer).toMatchObject({ status: 200, headers: { etag: '"of-the-file"', 'content-length': '300000' } });
  expect(answer.headers).not.toHaveProperty('content-encoding');

  const head = await server.visit({ method: 'HEAD', url: '/file', headers: {} });
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': '300000' } });
  expect(head.body.length).toBe(0);
  const again = await get('/file', { 'if-none-match': '"of-the-file"' });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('a file that was replaced while it was asked for is asked for again', async () => {
  const { get } = await openTestServer([route(join(folder, 'replaced.gz'))]);
  expect(await get('/file')).toMatchObject({ status: 503, headers: { 'retry-after': '1' } });
});

test('a reader who hangs up in the middle disturbs nobody', async () => {
  const { server } = await openTestServer([route(file)]);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  const hangsUp = new AbortController();
  const answer = await fetch(`http://127.0.0.1:${port}/file`, { signal: hangsUp.signal });
  hangsUp.abort();
  await expect(answer.arrayBuffer()).rejects.toThrow();
  expect(Buffer.from(await (await fetch(`http://127.0.0.1:${port}/file`)).arrayBuffer()).equals(bytes)).toBe(true);
});

const made = (open: () => Readable): Route => ({
  name: 'made',
  path: '/made',
  answer: async () => {
    const body = { open, bytes: bytes.length };
    return { status: 200, type: 'application/zip', body, headers: { etag: '"of-these-bytes"' }, keep: false };
  },
});

test('what is made while it is sent has its length and its tag, and is not begun for who asks for neither', async () => {
  let begun = 0;
  const { get, server } = await openTestServer([
    made(() => {
      begun += 1;
      return Readable.from([bytes], { objectMode: false });
    }),
  ]);
  const head = await server.visit({ method: 'HEAD', url: '/made', headers: {} });
  expect(head).toMatchObject({ status: 200, headers: { 'content-length': '300000', etag: '"of-these-bytes"' } });
  expect((await get('/made', { 'if-none-match': '"of-these-bytes"' })).status).toBe(304);
  expect(begun).toBe(0);
  expect((await get('/made')).body.equals(bytes)).toBe(true);
});

test('what fails in the middle is not taken for the whole', async () => {
  const { server } = await openTestServer([
    made(() =>
      Readable.from(
        (function* () {
          yield bytes.subarray(0, 1_000);
          throw new TypeError('it is not what it was');
        })(),
      ),
    ),
  ]);
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  await expect(fetch(`http://127.0.0.1:${port}/made`).then((answer) => answer.arrayBuffer())).rejects.toThrow();
});

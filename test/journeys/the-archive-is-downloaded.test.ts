import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Newsroom } from '../../src/newsroom.ts';
import { actsOf } from '../support/archives.ts';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;
let server: Awaited<ReturnType<Newsroom['openServer']>>;
let address: string;

beforeAll(async () => {
  open = await openForReaders();
  await fillForApi(open);
  server = await open.newsroom.openServer();
  const { port } = await server.listen({ host: '127.0.0.1', port: 0 });
  address = `http://127.0.0.1:${port}`;
});

afterAll(async () => {
  await server?.close();
  await open?.close();
});

const over = (url: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(address + (url.startsWith(origin) ? url.slice(origin.length) : url), { headers, method });
/** Reads the answer to its end, so that the connection is free. */
const statusOf = async (url: string, headers: Record<string, string> = {}) => {
  const answer = await over(url, headers);
  await answer.arrayBuffer();
  return answer.status;
};
const told = async (url: string) => (await over(url)).json();

function headersOf(answer: Response): Record<string, string> {
  const headers: Record<string, string> = {};
  answer.headers.forEach((value, name) => {
    headers[name] = value;
  });
  return headers;
}

interface Release {
  readonly id: string;
  readonly languages: readonly { locale: string; standing: string; edition: { headline: string } | null }[];
}

test('before the first file is made there is none, and the change stream has everything', async () => {
  expect(await told('/api/v1/bulk')).toMatchObject({ sequence: 0, years: [] });
  expect(await statusOf('/api/v1/bulk/2010.ndjson.gz')).toBe(404);
});

test('every file comes whole: its length, its checksum, its lines', async () => {
  expect(await open.newsroom.makeBulk()).toEqual([2011, 2010]);
  const { years } = await told('/api/v1/bulk');
  expect(years).toHaveLength(2);
  for (const { links, sha256, bytes, releases } of years) {
    const answer = await over(links.file);
    expect(answer.status).toBe(200);
    expect(headersOf(answer)).toMatchObject({
      ...{ 'content-type': 'application/gzip', 'content-length': String(bytes), etag: `"${sha256}"` },
      ...{ 'access-control-allow-origin': '*', 'cache-control': 'no-cache' },
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
    const content = Buffer.from(await answer.arrayBuffer());
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(gunzipSync(content).toString().trimEnd().split('\n')).toHaveLength(releases);

    const head = await over(links.file, {}, 'HEAD');
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes)]);
    expect(await statusOf(links.file, { 'if-none-match': `"${sha256}"` })).toBe(304);
  }
});

test('a copy begun with the files and kept by the change stream has what the newsroom has', async () => {
  const manifest = await told('/api/v1/bulk');
  const copy = new Map<string, Release>();
  for (const { links } of manifest.years) {
    const content = Buffer.from(await (await over(links.file)).arrayBuffer());
    for (const line of gunzipSync(content).toString().trimEnd().split('\n'))
      copy.set(JSON.parse(line).id, JSON.parse(line));
  }
  await open.moveIn([...actsOf(810), ...actsOf(816)]);
  const [first = ''] = copy.keys();
  await open.newsroom.withdraw({ release: first, locale: 'en', reason: 'Out of date.', at: null });

  const touched = new Set<string>();
  for (let since = manifest.sequence, latest = since + 1; since < latest; ) {
    const changes = await told(`/api/v1/changes?since=${since}&limit=2`);
    for (const { release } of changes.acts) touched.add(release.id);
    [since, latest] = [changes.next, changes.latest];
  }
  expect(touched.size).toBe(3);
  for (const id of touched) copy.set(id, await told(`/api/v1/releases/${id}`));
  expect(copy.size).toBe(68);
  for (const [id, release] of copy) {
    const now = await told(`/api/v1/releases/${id}`);
    expect(now.release ?? now).toEqual(release);
  }
});

test('a retracted text is held back at once, and gone from the file that is made next', async () => {
  await open.newsroom.makeBulk();
  const content = async () => {
    const answer = await over('/api/v1/bulk/2010.ndjson.gz');
    expect(answer.status).toBe(200);
    return gunzipSync(Buffer.from(await answer.arrayBuffer())).toString();
  };
  expect(await content()).toContain('Ferry 13 ');
  const release = '01900000-0000-7000-8000-000000000013';
  await open.newsroom.retract({ release, locale: 'en', reason: 'It was false.', at: null });

  const held = await over('/api/v1/bulk/2010.ndjson.gz');
  expect([held.status, held.headers.get('retry-after')]).toEqual([503, '60']);
  expect(await held.json()).toMatchObject({ detail: expect.stringContaining('retracted'), status: 503 });
  expect(await statusOf('/api/v1/bulk/2011.ndjson.gz')).toBe(200);

  await open.newsroom.makeBulk();
  expect(await content()).not.toContain('Ferry 13 ');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';

let open: OpenForReaders;
const address = '/api/v1/organisation';

beforeAll(async () => {
  open = await openForReaders(null, origin, { apiRate: 3 });
});

afterAll(() => open?.close());

const from = (address: string) => ({ 'x-forwarded-for': address });

test('an address that asks too often is told when to ask again; its neighbours are not kept waiting', async () => {
  const statuses = [];
  for (let times = 0; times < 4; times += 1) statuses.push((await open.get(address, from('192.0.2.1'))).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const { headers, body } = await open.get(address, from('192.0.2.1'));
  expect(headers).toMatchObject({
    'retry-after': '20',
    'access-control-expose-headers': expect.stringMatching(/retry/),
  });
  expect(JSON.parse(body).detail).toContain('Ask again in 20 seconds.');
  expect((await open.get(address, from('192.0.2.2'))).status).toBe(200);
  // The site itself is not counted, nor is what describes the API.
  for (const url of ['/en', '/api/v1/docs', '/api/v1/openapi.json'])
    expect([url, (await open.get(url, from('192.0.2.1'))).status]).toEqual([url, 200]);
  open.clock.advanceTo('2026-11-24T12:00:20Z');
  expect((await open.get(address, from('192.0.2.1'))).status).toBe(200);
});

test('a key asks at its own rate, until it is revoked', async () => {
  const { key, text } = await open.newsroom.makeKey({ name: 'A partner', scopes: ['read'], perMinute: 50 });
  const asked = async (url = address) =>
    (await open.get(url, { authorization: `Bearer ${text}`, ...from('192.0.2.3') })).status;
  const statuses = [];
  for (let times = 0; times < 51; times += 1) statuses.push(await asked());
  expect(statuses.slice(0, 50).every((status) => status === 200)).toBe(true);
  expect(statuses[50]).toBe(429);
  expect(await asked('/api/v1/bulk')).toBe(403);
  await open.newsroom.revokeKey(key.id);
  const refused = await open.get(address, { authorization: `Bearer ${text}`, ...from('192.0.2.4') });
  expect([refused.status, refused.headers['www-authenticate']]).toEqual([
    401,
    'Bearer realm="api", error="invalid_token"',
  ]);
});

test('a script of another site may send a key, and asks before', async () => {
  const preflight = await open.ask('OPTIONS', '/api/v1/releases/PORT/2010/1', {
    ...{ origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' },
    'access-control-request-headers': 'authorization',
  });
  expect(preflight).toMatchObject({
    status: 204,
    headers: {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': expect.stringContaining('authorization'),
    },
  });
  const wrong = await open.ask('DELETE', '/api/v1/releases/PORT/2010/1');
  expect([wrong.status, wrong.headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
});

test('an answer is compressed, and not sent again to whom has it', async () => {
  const { headers } = await open.get('/api/v1/lists', { 'accept-encoding': 'gzip', ...from('192.0.2.9') });
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' });
  const tag = headers['etag'] ?? '';
  const again = await open.get('/api/v1/lists', {
    'if-none-match': tag,
    'accept-encoding': 'gzip',
    ...from('192.0.2.9'),
  });
  expect(again).toMatchObject({ status: 304, body: '' });
});

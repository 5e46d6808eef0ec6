import { afterEach, describe, expect, test } from 'vitest';
import { Fault } from '../platform/faults.ts';
import type { ProblemPages, Route } from './route.ts';
import { closeTestServers, html, list, openTestServer as open } from './test-server.ts';

afterEach(closeTestServers);

describe('what goes wrong', () => {
  test('an address nobody knows, and one whose route has nothing, get the problem page and are not kept', async () => {
    const newsroom = await open([list, { name: 'nothing', path: '/r/:office', answer: async () => null }]);
    for (const url of ['/en/no/such/page', '/r/none', '/']) {
      const answer = await newsroom.get(url, { 'accept-language': 'mn' });
      expect(answer.status).toBe(404);
      expect(answer.body.toString()).toContain(`404 for mn at ${url}`);
      expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'accept-encoding, accept-language' });
    }
  });

  test('an address that is not well formed is refused with 400, one that is too long with 414', async () => {
    const newsroom = await open([list]);
    for (const url of ['/%zz', '/%', '/%ff', '/en/%c3%28']) expect((await newsroom.get(url)).status).toBe(400);
    expect((await newsroom.get(`/${'a'.repeat(2047)}`)).status).toBe(200);
    expect((await newsroom.get(`/${'a'.repeat(2048)}`)).status).toBe(414);
    expect((await newsroom.get(`/en?${'a'.repeat(9000)}`)).status).toBe(414);
  });

  test('what is neither GET nor HEAD is refused with 405, whatever it brings', async () => {
    const newsroom = await open([list]);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      const answer = await newsroom.server.visit({
        method,
        url: '/en',
        headers: { 'content-type': 'application/odd' },
      });
      expect(answer.status).toBe(405);
      expect(answer.headers['allow']).toBe('GET, HEAD');
    }
  });

  test('a failure is logged once under the id that the reader is shown, and shows nothing else', async () => {
    const broken: Route = {
      name: 'broken',
      path: '/broken',
      answer: () => Promise.reject(new RangeError('the secret inside')),
    };
    const newsroom = await open([broken]);
    const answer = await newsroom.get('/broken');
    const id = answer.headers['x-request-id'];
    expect(answer.status).toBe(500);
    expect(answer.body.toString()).toBe(`500 for  at /broken, ${id}`);
    expect(newsroom.logged).toEqual([expect.objectContaining({ requestId: id, code: 'UNEXPECTED', path: '/broken' })]);
  });

  test('a fault keeps its status where a reader can do something with it', async () => {
    const failing = (code: 'LOCALE_INVALID' | 'DATABASE_UNAVAILABLE' | 'DISK_FULL'): Route => ({
      name: code,
      path: `/${code}`,
      answer: () => Promise.reject(new Fault(code, { text: 'x', problem: 'x' })),
    });
    const newsroom = await open([failing('LOCALE_INVALID'), failing('DATABASE_UNAVAILABLE'), failing('DISK_FULL')]);
    expect((await newsroom.get('/LOCALE_INVALID')).status).toBe(400);
    expect(newsroom.logged).toEqual([]);
    const unavailable = await newsroom.get('/DATABASE_UNAVAILABLE');
    expect([unavailable.status, unavailable.headers['retry-after']]).toEqual([503, '5']);
    expect((await newsroom.get('/DISK_FULL')).status).toBe(500);
  });

  test('a database that cannot tell its version makes 503 and never an old page', async () => {
    for (const fail of [() => Promise.reject(lost), () => thrown(lost)]) {
      const newsroom = await open([list], { version: () => (newsroom.state.version === 1 ? 1 : fail()) });
      await newsroom.get('/en');
      newsroom.state.version = 2;
      expect((await newsroom.get('/en')).status).toBe(503);
    }
  });

  test('a problem page that cannot be rendered still becomes an answer', async () => {
    const problems: ProblemPages = { problem: () => Promise.reject(new RangeError('no words')) };
    const newsroom = await open([list], { problems });
    const answer = await newsroom.get('/no/such');
    expect([answer.status, answer.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8']);
  });
});

test('a policy that a page has of its own stands in place of the usual one', async () => {
  const own = "default-src 'none'; script-src 'self'";
  const answer = async () => html('scripted', { 'content-security-policy': own });
  const newsroom = await open([{ name: 'scripted', path: '/scripted', answer }]);
  const { headers } = await newsroom.get('/scripted');
  expect(headers['content-security-policy']).toBe(own);
  expect(headers['x-content-type-options']).toBe('nosniff');
});

test('every answer carries the security headers, and HSTS where the newsroom is reached by https', async () => {
  const newsroom = await open([list], { origin: 'https://news.calder.example' });
  const { etag = '' } = (await newsroom.get('/en')).headers;
  const answers = [
    await newsroom.get('/en'),
    await newsroom.get('/en', { 'if-none-match': etag }),
    await newsroom.get('/no/such'),
    await newsroom.server.visit({ method: 'POST', url: '/en', headers: {} }),
    await newsroom.get('/%zz'),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 304, 404, 405, 400]);
  for (const { headers } of answers) {
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'strict-transport-security': 'max-age=31536000',
    });
    expect(headers).not.toHaveProperty('set-cookie');
  }
});

const lost = new Fault('DATABASE_UNAVAILABLE', { problem: 'it is away' });

function thrown(fault: Fault): never {
  throw fault;
}

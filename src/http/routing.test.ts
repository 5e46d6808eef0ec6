import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer, Route } from './route.ts';
import { closeTestServers, html, list, openTestServer as open, textOf } from './test-server.ts';

afterEach(closeTestServers);

describe('routes', () => {
  const named = (path: string): Route => ({
    name: path,
    path,
    answer: async ({ params }) => (params['year'] === 'none' ? null : html(`${path} ${JSON.stringify(params)}`)),
  });

  test('a fixed segment wins over a parameter, and routes of one shape are asked in turn', async () => {
    const newsroom = await open([
      ...['/:locale/:year', '/:locale/:word', '/:locale/search', '/:locale/feed.atom'].map(named),
      ...['/:locale/offices/:slug', '/:locale/:year/page/:number', '/sitemap-:part.xml'].map(named),
    ]);
    const body = async (url: string) => (await newsroom.get(url)).body.toString();
    expect(await body('/en/2017')).toBe('/:locale/:year {"locale":"en","year":"2017"}');
    expect(await body('/en/search')).toBe('/:locale/search {"locale":"en"}');
    expect(await body('/en/feed.atom')).toBe('/:locale/feed.atom {"locale":"en"}');
    expect(await body('/en/none')).toBe('/:locale/:word {"locale":"en","word":"none"}');
    expect(await body('/en/2017/page/3')).toBe(
      '/:locale/:year/page/:number {"locale":"en","year":"2017","number":"3"}',
    );
    expect(await body('/sitemap-7.xml')).toBe('/sitemap-:part.xml {"part":"7"}');
    expect(await body('/zh-Hans/offices/%E5%8C%97%E4%BA%AC')).toBe(
      '/:locale/offices/:slug {"locale":"zh-Hans","slug":"北京"}',
    );
  });

  test('a route hears from a proxy on this machine where a request comes from, and from nobody else', async () => {
    const echo: Route = {
      name: 'echo',
      path: '/:locale',
      answer: async ({ address }) => ({ ...html(address), keep: false }),
    };
    const newsroom = await open([echo]);
    const from = async (named: string) =>
      (await newsroom.get('/en', named === '' ? {} : { 'x-forwarded-for': named })).body.toString();
    expect(await from('')).toBe('127.0.0.1');
    expect(await from('192.0.2.7')).toBe('192.0.2.7');
    // What a reader wrote into the header stands before what the proxy wrote.
    expect(await from('198.51.100.1, 192.0.2.7')).toBe('192.0.2.7');
  });

  test('a route sees the path without the query, the query, and the languages asked for', async () => {
    const echo: Route = {
      name: 'echo',
      path: '/:locale/search',
      answer: async ({ path, query, acceptLanguage }) => html(`${path} ${query.get('q')} ${acceptLanguage}`),
    };
    const newsroom = await open([echo]);
    const answer = await newsroom.get('/en/search?q=a%20b', { 'Accept-Language': 'fr' });
    expect(answer.body.toString()).toBe('/en/search a b fr');
  });

  test('a route that takes forms hears a POST; others refuse it, and so does a form too large', async () => {
    const harvest: Route = {
      ...{ name: 'harvest', path: '/harvest', takesForms: true },
      answer: async ({ method, query, form }) => html(`${method} ${query.get('verb')} ${form?.get('verb')}`),
    };
    const newsroom = await open([harvest, named('/:locale/:year')]);
    const { port } = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    const post = (url: string, body: string, type = 'application/x-www-form-urlencoded') =>
      fetch(`http://127.0.0.1:${port}${url}`, { method: 'POST', body, headers: { 'content-type': type } });
    const answer = await post('/harvest', 'verb=Identify');
    expect(await answer.text()).toBe('POST null Identify');
    expect((await post('/harvest', 'verb=Identify', 'text/csv')).status).toBe(400);
    expect((await post('/harvest', 'v'.repeat(70_000))).status).toBe(400);
    expect((await post('/en/2017', 'verb=Identify')).status).toBe(405);
    expect((await newsroom.get('/harvest?verb=Identify')).body.toString()).toBe('GET Identify undefined');
  });

  test('what scripts of other sites may read answers their question first', async () => {
    const newsroom = await open([{ ...named('/api/:year'), isForOtherSites: true }, named('/:locale/:year')]);
    const asked = (url: string) => newsroom.server.visit({ method: 'OPTIONS', url, headers: {} });
    const { status, headers } = await asked('/api/2017');
    expect([status, headers['access-control-allow-origin'], headers['access-control-allow-methods']]).toEqual([
      ...[204, '*', 'GET, HEAD, OPTIONS'],
    ]);
    expect((await asked('/en/2017')).status).toBe(405);
  });

  test('an answer that may not be kept is rendered each time, and its own headers are sent', async () => {
    let count = 0;
    const front: Route = {
      name: 'front',
      path: '/',
      answer: async () => {
        count += 1;
        return { ...html('', { location: '/en', vary: 'accept-language' }), status: 302, keep: false } as Answer;
      },
    };
    const newsroom = await open([front]);
    await newsroom.get('/');
    const answer = await newsroom.get('/');
    expect(count).toBe(2);
    expect(answer).toMatchObject({
      status: 302,
      headers: { location: '/en', vary: 'accept-encoding, accept-language' },
    });
    expect(answer.headers).not.toHaveProperty('etag');
  });
});

describe('over a socket', () => {
  test('a kept page is the same as without one', async () => {
    const newsroom = await open([list]);
    const { host, port } = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    const request = `GET /en HTTP/1.1\r\nhost: ${host}\r\nconnection: close\r\n\r\n`;
    const first = await converse(port, request);
    const second = await converse(port, request);
    expect(second).toBe(first);
    expect(first).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    expect(first.endsWith(`\r\n\r\n${textOf('/en', 1)}`)).toBe(true);

    const head = await converse(port, request.replace('GET', 'HEAD'));
    expect(head.endsWith('\r\n\r\n')).toBe(true);
    expect(head).toContain(`content-length: ${Buffer.byteLength(textOf('/en', 1))}`);
  });

  test('headers that are too large, and what is no HTTP, are refused with a page', async () => {
    const newsroom = await open([list]);
    const { port } = await newsroom.server.listen({ host: '127.0.0.1', port: 0 });
    const large = await converse(port, `GET /en HTTP/1.1\r\nhost: a\r\nx-much: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect(large).toMatch(/^HTTP\/1\.1 431 /);
    expect(large).toContain('431 for  at /, request-');
    const nonsense = await converse(port, 'kingfisher\r\n\r\n');
    expect(nonsense).toMatch(/^HTTP\/1\.1 400 /);
    expect(nonsense).toContain('content-security-policy: ');
  });

  test('a port that is taken is a fault that names it', async () => {
    const first = await open([list]);
    const second = await open([list]);
    const { host, port } = await first.server.listen({ host: '127.0.0.1', port: 0 });
    await expect(second.server.listen({ host, port })).rejects.toMatchObject({ code: 'PORT_TAKEN', detail: { port } });
  });
});

/** Everything the server says to `words` until it hangs up; without the date, which changes. */
function converse(port: number, words: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const heard: Buffer[] = [];
    const socket = connect(port, '127.0.0.1', () => socket.write(words));
    socket.on('data', (bytes) => heard.push(bytes));
    socket.on('end', () =>
      resolve(
        Buffer.concat(heard)
          .toString()
          .replace(/^date: .*\r\n/im, ''),
      ),
    );
    socket.on('error', reject);
  });
}

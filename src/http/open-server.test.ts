import { gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import type { Route } from './route.ts';
import { closeTestServers, html, list, openTestServer as open, textOf } from './test-server.ts';

afterEach(closeTestServers);

describe('a page that is kept', () => {
  test('is rendered once, tagged, and sent compressed to those who take gzip', async () => {
    const newsroom = await open([list]);
    const first = await newsroom.get('/en', gzip);
    const second = await newsroom.get('/en', gzip);

    expect(newsroom.renderings).toEqual(['/en']);
    expect(second).toEqual(first);
    expect(first.headers).toMatchObject({
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
    });
    expect(gunzipSync(first.body).toString()).toBe(textOf('/en', 1));
    expect(Number(first.headers['content-length'])).toBe(first.body.length);
  });

  test('is sent as it stands to those who do not, under a tag of its own', async () => {
    const newsroom = await open([list]);
    const zipped = await newsroom.get('/en', gzip);
    for (const encoding of [{}, { 'accept-encoding': 'br' }, { 'accept-encoding': 'gzip;q=0, *' }]) {
      const plain = await newsroom.get('/en', encoding as Record<string, string>);
      expect(plain.body.toString()).toBe(textOf('/en', 1));
      expect(plain.headers).not.toHaveProperty('content-encoding');
      expect(plain.headers['etag']).not.toBe(zipped.headers['etag']);
    }
  });

  test('is not sent again to a reader who has it', async () => {
    const newsroom = await open([list]);
    const { headers } = await newsroom.get('/en', gzip);
    const etag = headers['etag'] ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
      const again = await newsroom.get('/en', { ...gzip, 'if-none-match': known });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers['etag']).toBe(etag);
    }
    expect((await newsroom.get('/en', { 'if-none-match': etag })).status).toBe(200);
  });

  test('answers HEAD with the headers of GET and no body', async () => {
    const newsroom = await open([list]);
    const unkept = await newsroom.server.visit({ method: 'HEAD', url: '/en', headers: gzip });
    const page = await newsroom.get('/en', gzip);
    const kept = await newsroom.server.visit({ method: 'HEAD', url: '/en', headers: gzip });
    for (const head of [unkept, kept]) {
      expect(head.body).toHaveLength(0);
      expect(head.headers).toMatchObject({ etag: page.headers['etag'], 'content-length': String(page.body.length) });
    }
  });

  test.each([
    ['at once', (version: number) => version],
    ['from a database', (version: number) => Promise.resolve(version)],
  ])('is dropped when something public changed, the version being told %s', async (_how, tell) => {
    const newsroom = await open([list], { version: () => tell(newsroom.state.version) });
    await newsroom.get('/en', gzip);
    newsroom.state.version = 2;
    expect(gunzipSync((await newsroom.get('/en', gzip)).body).toString()).toBe(textOf('/en', 2));
    expect(newsroom.renderings).toEqual(['/en', '/en']);
  });

  test('is not kept when something was published while it was rendered', async () => {
    const late: Route = {
      name: 'late',
      path: '/:locale',
      answer: async (visit) => {
        const read = newsroom.state.version;
        if (read === 1) newsroom.state.version = 2;
        return html(textOf(visit.path, read));
      },
    };
    const newsroom = await open([late]);
    expect((await newsroom.get('/en')).body.toString()).toBe(textOf('/en', 1));
    expect((await newsroom.get('/en')).body.toString()).toBe(textOf('/en', 2));
  });

  test('is rendered once for all who ask at the same time, but not for those who ask after a publish', async () => {
    let release = () => {};
    const gate = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Route = {
      name: 'slow',
      path: '/:locale',
      answer: async (visit) => {
        const read = newsroom.state.version;
        newsroom.renderings.push(visit.path);
        if (read === 1) await gate;
        return html(textOf(visit.path, read));
      },
    };
    const newsroom = await open([slow]);
    const early = [newsroom.get('/en'), newsroom.get('/en'), newsroom.get('/en')];
    await new Promise((resolve) => setTimeout(resolve, 20));
    newsroom.state.version = 2;
    expect((await newsroom.get('/en')).body.toString()).toBe(textOf('/en', 2));
    release();
    await Promise.all(early);
    expect(newsroom.renderings).toHaveLength(2);
    expect((await newsroom.get('/en')).body.toString()).toBe(textOf('/en', 2));
  });

  test('is kept under its one address only, whatever else is tried', async () => {
    const newsroom = await open([list]);
    for (const url of ['/en?x=1', '/en?x=2', '/%65n', '/%65%6e', 'http://elsewhere.example/en']) {
      expect((await newsroom.get(url)).status).toBe(200);
      await newsroom.get(url);
    }
    expect(newsroom.renderings).toHaveLength(10);
  });
});

const gzip = { 'accept-encoding': 'gzip, br' };

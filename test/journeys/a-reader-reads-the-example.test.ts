import { parseFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  alternatesOf,
  attributesOf,
  locationsIn,
  type OpenForReaders,
  openExample,
  origin,
} from '../support/open-for-readers.ts';

let open: OpenForReaders;
let texts: string[];

beforeAll(async () => {
  open = await openExample();
  texts = locationsIn((await open.get('/sitemap.xml')).body).filter((address) => address.includes('/releases/'));
});
afterAll(() => open.close());

const locales = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'];
const lists = ['', '/2024', '/page/1', '/archive', '/offices', '/countries', '/topics', '/types/news', '/countries/mn'];

describe.each(locales)('in %s', (locale) => {
  test('every list is there, in its language and direction, with a heading and no cookie', async () => {
    for (const path of lists) {
      const { status, headers, body } = await open.get(`/${locale}${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(body).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
      expect(/<html[^>]* dir="rtl"/.test(body)).toBe(locale === 'ar');
      expect(body.match(/<h1\b/g)).toHaveLength(1);
      expect(headers).not.toHaveProperty('set-cookie');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe-inline');
    }
  });

  test('the three feeds found from the list can be read by a parser that is not ours, and answer 304', async () => {
    const page = (await open.get(`/${locale}`)).body;
    const feeds = attributesOf(page, 'href').filter((href) => /\/feed\.(atom|rss|json)$/.test(href));
    expect(new Set(feeds.map((href) => href.slice(href.lastIndexOf('.')))).size).toBe(3);
    for (const href of new Set(feeds)) {
      const { status, headers, body } = await open.get(href);
      expect([href, status]).toEqual([href, 200]);
      expect(parseFeed(body).format).toBe(
        { atom: 'atom', rss: 'rss', json: 'json' }[href.slice(href.lastIndexOf('.') + 1)],
      );
      const again = await open.get(href, { 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.body]).toEqual([304, '']);
    }
  });

  test('an address that leads nowhere is answered in its language', async () => {
    const { status, body } = await open.get(`/${locale}/nowhere`);
    expect(status).toBe(404);
    expect(body).toMatch(new RegExp(`<html[^>]* lang="${locale}"`));
  });
});

test('every public text in the map can be read, and its languages point at each other', async () => {
  expect(texts.length).toBeGreaterThan(100);
  const alternates = new Map<string, Map<string, string>>();
  for (const address of texts) {
    const { status, body } = await open.get(address);
    expect([address, status]).toEqual([address, 200]);
    alternates.set(address, alternatesOf(body));
  }
  for (const [address, languages] of alternates) {
    const others = [...languages.values()].filter((other) => texts.includes(other));
    for (const other of others) expect([...(alternates.get(other)?.values() ?? [])]).toContain(address);
    if (languages.size > 1) expect([...languages.keys()]).toContain('x-default');
  }
});

test('the map lists every text that a list shows', async () => {
  const shown = new Set<string>();
  for (const locale of locales) {
    for (let number = 1; ; number += 1) {
      const { status, body } = await open.get(`/${locale}/page/${number}`);
      if (status !== 200) break;
      const found = attributesOf(body, 'href').filter((href) => /^\/[^/]+\/releases\/[^/]+\/[^/]+$/.test(href));
      // As a browser asks for it: pages may write letters of any script.
      for (const href of found) shown.add(new URL(href, origin).href);
    }
  }
  const missing: [string, number][] = [];
  for (const address of shown) {
    if (texts.includes(address)) continue;
    missing.push([address, (await open.get(address)).status]);
  }
  // A tombstone keeps its place on the list, and is on no map.
  expect(missing.filter(([, status]) => status !== 410)).toEqual([]);
});

test('no page loads anything from elsewhere, and none has a script that runs', async () => {
  for (const address of [...lists.map((path) => `/en${path}`), ...texts]) {
    const { body } = await open.get(address);
    const loaded = [
      ...attributesOf(body, 'src'),
      ...attributesOf(body, 'srcset').flatMap((set) => set.split(',').map((one) => one.trim().split(' ')[0] ?? '')),
      ...[...body.matchAll(/<link\b[^>]*rel="(?:stylesheet|icon)"[^>]*>/g)].flatMap(([link]) =>
        attributesOf(link, 'href'),
      ),
    ];
    expect(loaded.filter((one) => !/^\/[^/\\]/.test(one))).toEqual([]);
    expect(body).not.toMatch(/<script(?! type="application\/ld\+json")/);
    expect(body).not.toMatch(/<[^>]*\son\w+=/);
  }
});

test('a reader with a language of their own is led to it from the front door', async () => {
  const { status, headers } = await open.get('/', { 'accept-language': 'xx, mn;q=0.9, en;q=0.1' });
  expect([300, 302, 303, 307]).toContain(status);
  expect(headers.location).toBe('/mn');
});

test('an address without a language is refused in the language the reader asks for', async () => {
  const { status, body } = await open.get('/nowhere/at/all', { 'accept-language': 'ru' });
  expect(status).toBe(404);
  expect(body).toMatch(/<html[^>]* lang="ru"/);
});

test('other methods and endless addresses are refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const { status, headers } = await open.ask(method, '/en');
    expect([method, status, headers.allow]).toEqual([method, 405, 'GET, HEAD']);
  }
  expect((await open.get(`/en/${'x'.repeat(10_000)}`)).status).toBe(414);
  const head = await open.ask('HEAD', '/en');
  expect([head.status, head.body]).toEqual([200, '']);
});

test('a check of the filled newsroom finds no difference', async () => {
  for await (const difference of open.newsroom.check()) expect(difference).toBeNull();
});

test('a translation that came later says so in the list, where the release stands by its first day, and on its page', async () => {
  const textIn = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
  const list = textIn((await open.get('/en/offices/co-dongwan')).body);
  expect(list).toMatch(/13 October 2026 CO-DONGWAN\/2026\/2 .{0,200}In English since 15 October 2026/);
  const page = textIn((await open.get('/en/releases/co-dongwan-2026-2/a-passport-for-a-grain-of-sand')).body);
  expect(page).toMatch(
    /Published 15 October 2026 at .{5,60}First published 13 October 2026 \( ?Simplified Chinese ?\)/,
  );
  expect(textIn((await open.get('/zh-Hans/offices/co-dongwan')).body)).not.toMatch(
    /CO-DONGWAN\/2026\/2 .{0,60}版发布于/,
  );
});

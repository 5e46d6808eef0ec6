import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Newsroom, openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { FILLED_AT, putExampleInto } from '../support/example-newsroom.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-journey-'));
const origin = 'https://newsroom.example.org';
const silent = { info: () => {}, warn: () => {}, error: () => {} };
let newsroom: Newsroom;
let server: Awaited<ReturnType<Newsroom['openServer']>>;
const seen = new Map<string, { status: number; headers: Record<string, string>; text: string }>();

beforeAll(async () => {
  await putExampleInto(folder);
  let made = 0;
  const newId = () => `01900000-0000-7000-8001-${String(++made).padStart(12, '0')}`;
  const database = { data: folder, database: join(folder, 'newsroom.sqlite'), databasePublic: null };
  newsroom = await openNewsroom(
    { ...database, origin, cacheBytes: 50_000_000, pageFiles: false },
    { clock: fixedClock(FILLED_AT), newId, log: silent },
  );
  server = await newsroom.openServer();
  await crawl(['/en', '/zh-Hans', '/sitemap.xml']);
});

afterAll(async () => {
  await server?.close();
  await newsroom?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(url: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await server.visit({ method, url, headers });
  return { ...answer, text: answer.body.toString('utf8') };
}

/** Follows every link of this newsroom; pictures and old editions too. Bounded, for the day a page links without end. */
async function crawl(from: readonly string[]): Promise<void> {
  const waiting = [...from];
  for (let next = waiting.pop(); next !== undefined && seen.size < 6_000; next = waiting.pop()) {
    if (seen.has(next) || next.startsWith('/media/')) continue;
    const { status, headers, text } = await visit(next);
    seen.set(next, { status, headers, text });
    if (status !== 200 || !/html|xml/.test(headers['content-type'] ?? '')) continue;
    const links = [...text.matchAll(/(?:href="|<loc>)(?:https:\/\/newsroom\.example\.org)?(\/[^"<#]*)/g)];
    waiting.push(...links.map((link) => asAsked((link[1] as string).replaceAll('&amp;', '&'))));
  }
}

/** As a browser asks for it: pages may write letters of any script. */
function asAsked(path: string): string {
  const { pathname, search } = new URL(path, origin);
  return pathname + search;
}

const pages = () => [...seen].filter(([, { headers }]) => headers['content-type']?.startsWith('text/html'));

describe('a reader who follows every link', () => {
  test('finds no dead end, and every language', () => {
    const dead = [...seen].filter(([, { status }]) => ![200, 302, 410].includes(status)).map(([url]) => url);
    expect(dead).toEqual([]);
    expect(seen.size).toBeGreaterThan(1_000);
    for (const locale of ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru']) {
      expect([...seen.keys()].some((url) => url.startsWith(`/${locale}/releases/`))).toBe(true);
    }
  });

  test('is given no cookie, runs no script and is sent to nobody else', () => {
    for (const [url, { headers, text }] of pages()) {
      expect([url, headers['set-cookie']]).toEqual([url, undefined]);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toContain('unsafe');
      expect([url, text.match(/<script(?! type="application\/ld\+json")/)]).toEqual([url, null]);
      expect([url, text.match(/(?:src|srcset)="(?!\/)/)]).toEqual([url, null]);
      expect([url, text.match(/ style="/)]).toEqual([url, null]);
    }
  });

  test('finds that languages name each other', () => {
    for (const [url, { text, status }] of pages()) {
      if (!/\/releases\//.test(url) || /editions/.test(url) || status !== 200) continue;
      const others = [
        ...text.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="https:\/\/newsroom\.example\.org([^"]+)"/g),
      ];
      for (const [, locale, other] of others) {
        if (locale === 'x-default') continue;
        expect([url, other, seen.get(other as string)?.text.includes(`href="${origin}${url}"`)]).toEqual([
          url,
          other,
          true,
        ]);
      }
    }
  });

  test('finds feeds of every list that an independent parser reads', () => {
    const feeds = [...seen].filter(([url]) => /\/feed\.(atom|rss|json)$/.test(url));
    expect(feeds.length).toBeGreaterThan(100);
    for (const [url, { text }] of feeds) {
      if (url.endsWith('.atom')) expect(parseAtomFeed(text).id).toMatch(/^urn:uuid:/);
      else if (url.endsWith('.rss')) expect(parseRssFeed(text).title).toBeTruthy();
      else expect(parseJsonFeed(JSON.parse(text)).title).toBeTruthy();
    }
  });
});

describe('an address', () => {
  test('that was wrong is put right', async () => {
    const { items } = await newsroom.published.newestPage({ kind: 'organisation' }, 'en');
    const item = items.find((one) => one.locale === 'en');
    const { office, year, number } = item?.reference ?? { office: '', year: 0, number: 0 };
    const short = await visit(`/r/${office.toLowerCase()}/${year}/${number}`);
    expect(short.status).toBe(302);
    const wrong = await visit(`/en/releases/${office.toLowerCase()}-${year}-${number}/no-such-slug`);
    expect(wrong.status).toBe(301);
    expect(wrong.headers.location).toContain(encodeURIComponent(item?.slug ?? ''));
  });

  test('that never was answers in the reader’s language, and what is no reading is refused', async () => {
    expect(await visit('/ar/nothing')).toMatchObject({ status: 404 });
    expect((await visit('/ar/nothing')).text).toContain('lang="ar"');
    expect(await visit('/en', {}, 'POST')).toMatchObject({ status: 405 });
    expect(await visit(`/en/${'x'.repeat(3_000)}`)).toMatchObject({ status: 414 });
    expect((await visit('/%ff')).status).toBe(400);
  });

  test('that has not changed says so', async () => {
    for (const url of ['/en', '/en/feed.atom', '/fr/feed.json']) {
      const { headers } = await visit(url, { 'accept-encoding': 'gzip' });
      const again = await visit(url, { 'accept-encoding': 'gzip', 'if-none-match': headers.etag ?? '' });
      expect([again.status, again.body.length]).toEqual([304, 0]);
    }
  });

  test('of a withdrawn text reads under a banner, of a retracted one gives the reason', () => {
    const gone = pages().filter(([, { status }]) => status === 410);
    expect(gone.length).toBeGreaterThan(0);
    for (const [, { text }] of gone) expect(text).toContain('noindex');
  });
});

import { parseFeed } from 'feedsmith';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsOf, portOffice } from '../support/archives.ts';
import { hostileTexts } from '../support/hostile-texts.ts';
import { liveOn } from '../support/live-on.ts';
import { attributesOf, type EditionLine, type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { readZip } from '../support/read-zip.ts';

let open: OpenForReaders;

const picture = '01900000-0000-7000-8000-00000000a55e';

function hostileRelease(text: string, n: number): EditionLine {
  const [first] = actsOf(n);
  if (first?.kind !== 'edition') throw new TypeError('the first act of a release is an edition');
  const words = {
    kicker: text,
    headline: text,
    summary: text,
    place: text,
    body: `<p>${text}</p>${text}`,
    notes: text,
  };
  return { ...first, ...words, slug: null, legacyPaths: [], pictures: [{ asset: picture, alt: text, caption: text }] };
}

beforeAll(async () => {
  open = await openForReaders();
  const all = hostileTexts.join(' ').slice(0, 190);
  const rights = { credit: all, creator: all, agency: all, copyrightHolder: all, usageTerms: all };
  await open.moveIn([
    Object.assign({}, portOffice, { names: { en: all }, introductions: { en: all } }),
    { kind: 'boilerplate', office: 'PORT', locale: 'en', from: '2000-01-01', boilerplate: all, contacts: all },
    { kind: 'asset', id: picture, ...rights, copyrightYear: 2020, original: null },
    ...hostileTexts.map((text, index) => hostileRelease(text, index + 1)),
  ]);
});
afterAll(() => open.close());

describe('hostile words in every field', () => {
  test('are text on lists and release pages, whatever the page type', async () => {
    const lists = [
      '/en',
      '/en/page/1',
      '/en/offices',
      '/en/offices/port',
      '/en/countries',
      '/en/types/news',
      '/en/archive',
    ];
    const addresses = new Set(lists);
    for (const path of ['/en', '/en/page/1', '/en/page/2', '/en/page/3']) {
      for (const href of attributesOf((await open.get(path)).body, 'href')) {
        if (href.startsWith('/en/releases/')) addresses.add(href);
      }
    }
    expect(addresses.size).toBeGreaterThan(hostileTexts.length);
    for (const address of addresses) {
      const { status, body } = await open.get(address);
      expect([address, status]).toEqual([address, 200]);
      expect([address, ...liveOn(body)]).toEqual([address]);
      for (const [, json = ''] of body.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
        JSON.parse(json);
    }
  });

  test('stay within the files of a press kit, and name none of them', async () => {
    for (const [index] of hostileTexts.entries()) {
      const { headers } = await open.get(`/en/releases/port-2010-${index + 1}/press-kit.zip`);
      const [text, page, note, ...others] = await readZip(await open.bytes(headers['location'] ?? ''));
      expect(others).toEqual([]);
      for (const file of [text, page, note]) expect(file?.name).toMatch(/^[a-z0-9-]+\/[a-z0-9-]+[.](?:txt|html)$/);
      expect(liveOn(String(page?.bytes))).toEqual(['style']);
      for (const file of [text, note]) expect(String(file?.bytes)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u2028]/);
    }
  });

  test.each(['atom', 'rss', 'json'])('leave the %s feed well formed and readable', async (format) => {
    for (const path of ['/en', '/en/offices/port', '/en/page/1']) {
      const { status, body } = await open.get(`${path}/feed.${format}`);
      expect([path, status]).toEqual([path, 200]);
      if (format === 'json') JSON.parse(body);
      else new SaxesParser({ xmlns: true }).write(body).close();
      expect(parseFeed(body).format).toBe(format);
    }
  });

  test('leave the maps well formed', async () => {
    for (const path of ['/sitemap.xml', '/sitemaps/lists.xml', '/sitemaps/news/en.xml']) {
      new SaxesParser({ xmlns: true }).write((await open.get(path)).body).close();
    }
  });

  test('are text when they are looked for, and when they are found', async () => {
    for (const text of [...hostileTexts, 'alert']) {
      const asked = new URLSearchParams({ q: text.slice(0, 500), office: text.slice(0, 200) });
      for (const page of [`/en/search?${asked}`, `/en/search/suggestions?${asked}`]) {
        const { status, headers, body } = await open.get(page);
        expect([page, status]).toEqual([page, 200]);
        if (headers['content-type']?.startsWith('application/json')) JSON.parse(body);
        else expect([page, ...liveOn(body)]).toEqual([page]);
      }
    }
    expect((await open.get('/en/search?q=alert')).body).toContain('<mark>alert</mark>');
  });

  test('are inert in the address of a page that is not there', async () => {
    for (const text of hostileTexts) {
      const { status, body } = await open.get(`/en/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`);
      expect([404, 414]).toContain(status);
      expect([text, ...liveOn(body)]).toEqual([text]);
    }
  });
});

describe('words that no page could show', () => {
  test.each([
    ['a headline of 1 MB', { headline: 'x'.repeat(1_000_000) }, /headline/],
    ['half a character in the headline', { headline: 'Ferry \ud800 leaves' }, /surrogate|character/],
    ['half a character in the body', { body: '<p>Ferry \udfff leaves</p>' }, /surrogate|character/],
    ['a NUL in the summary', { summary: 'Ferry \u0000 leaves' }, /control|NUL/],
    ['an escape in the place', { place: 'Calder\u001b[31m' }, /control/],
    ['a headline of two lines', { headline: 'Ferry\nleaves' }, /one line/],
    ['an empty headline', { headline: '  ' }, /empty/],
  ])('%s is refused with the reason, and nothing is written', async (_, words, reason) => {
    const before = (await open.get('/en')).body;
    const line = { ...hostileRelease('A ferry', 490), ...words };
    await expect(open.moveIn([portOffice, line])).rejects.toThrow(reason);
    expect((await open.get('/en')).body).toBe(before);
  });
});

import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { ferryPicture, origin, publishedOf, textNumbered, visitTo } from '../../../test/support/feeds-cast.ts';
import { fixedClock } from '../../platform/clock.ts';
import { civilDayOf, instantOf } from '../../platform/instant.ts';
import type { Published } from '../../published/published.ts';
import type { PublishedText } from '../../published/published-release.ts';
import { mapRoutes } from './map-routes.ts';

const now = '2026-01-06T09:00:00Z';

test('the map names every page in every language, and every language names every other', async () => {
  const bridge = textNumbered(1, {
    pictures: [ferryPicture],
    languages: [
      { locale: 'cy', slug: 'pont', standing: 'published' },
      { locale: 'en', slug: 'bridge', standing: 'withdrawn' },
      { locale: 'ar', slug: 'jisr', standing: 'retracted' },
    ],
  });
  const urls = urlsIn(await bodyOf(publishedOf([bridge]), '/sitemap.xml'));
  const releases = urls.filter(({ loc }) => loc.includes('/releases/'));
  expect(releases.map(({ loc }) => loc)).toEqual([
    `${origin}/cy/releases/calder-2026-1/pont`,
    `${origin}/en/releases/calder-2026-1/bridge`,
  ]);
  expect(releases[0]?.alternates).toEqual({
    cy: `${origin}/cy/releases/calder-2026-1/pont`,
    en: `${origin}/en/releases/calder-2026-1/bridge`,
    'x-default': `${origin}/en/releases/calder-2026-1/bridge`,
  });
  expect(releases[0]?.lastmod).toBe('2026-01-02T09:00:00.000Z');
  expect(releases[0]?.images).toEqual([`${origin}/media/${'ab'.repeat(32)}/original`]);

  const byAddress = new Map(urls.map((url) => [url.loc, url.alternates]));
  for (const { loc, alternates } of urls) {
    expect(Object.values(alternates)).toContain(loc);
    for (const other of Object.values(alternates)) expect(byAddress.get(other)).toEqual(alternates);
  }
});

test('the map names the first page of every list', async () => {
  const locations = urlsIn(await bodyOf(publishedOf([textNumbered(1)]), '/sitemap.xml')).map(({ loc }) => loc);
  const lists = ['', '/offices/harbour-office', '/countries/gb', '/topics/ferries', '/types/media-advisory'];
  for (const list of lists) expect(locations).toContain(`${origin}/ar${list}`);
});

test('a large newsroom has an index, and its parts together name every release once', async () => {
  const texts = Array.from({ length: 9_000 }, (_, index) => textNumbered(index + 1));
  const published = publishedOf(texts);
  const index = await bodyOf(published, '/sitemap.xml');
  const maps = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1]);
  expect(maps.slice(0, 2)).toEqual([`${origin}/sitemaps/lists.xml`, `${origin}/sitemaps/1.xml`]);
  expect(maps).toHaveLength(1 + Math.ceil(9_000 / 3_333));

  const named: string[] = [];
  for (let number = 1; number < maps.length; number += 1) {
    const part = urlsIn(await bodyOf(published, '/sitemaps/:number.xml', { number: String(number) }));
    expect(part.length).toBeLessThanOrEqual(50_000);
    named.push(...part.map(({ loc }) => loc));
  }
  expect(new Set(named).size).toBe(9_000);
  expect(named).toHaveLength(9_000);
  expect(urlsIn(await bodyOf(published, '/sitemaps/lists.xml'))).toHaveLength(3 * 10);
});

test('parts that are not there are not there', async () => {
  const published = publishedOf([textNumbered(1)]);
  for (const number of ['0', '2', '01', '-1', 'x']) {
    expect(await answer(published, '/sitemaps/:number.xml', { number })).toBeNull();
  }
});

test('the news map names what became public in the last two days in one language, and is asked anew every time', async () => {
  const published = publishedOf([
    textNumbered(2),
    textNumbered(3, { headline: 'Old & <bold>' }),
    textNumbered(4, { standing: 'withdrawn' }),
    textNumbered(5, { locale: 'cy' }),
  ]);
  const found = await answer(published, '/sitemaps/news/:locale.xml', { locale: 'en' });
  const [url, ...others] = urlsIn(String(found?.body));
  expect(others).toEqual([]);
  expect(url?.news).toEqual({
    'news:name': 'Port of Calder',
    'news:language': 'en',
    'news:publication_date': '2026-01-04T09:00:00.000Z',
    'news:title': 'Old & <bold>',
  });
  expect(found?.keep).toBe(false);
  expect(await answer(published, '/sitemaps/news/:locale.xml', { locale: 'xx' })).toBeNull();
});

test('a release of which only the day is known has a day in the news map', async () => {
  const text = textNumbered(4);
  const dated = { ...text, published: { ...text.published, precision: 'day' } } as PublishedText;
  const [url] = urlsIn(await bodyOf(publishedOf([dated]), '/sitemaps/news/:locale.xml', { locale: 'en' }));
  expect(url?.news['news:publication_date']).toBe('2026-01-05');
});

test.each([
  ['carries that day', '2026-01-03T16:00:00Z', '2026-01-04'],
  ['and that has changed carries the time of the change', '2026-01-09T08:00:00Z', '2026-01-09T08:00:00.000Z'],
])('a release of which only the day is known %s in the map', async (_, changedAt, lastmod) => {
  const published = { at: instantOf('2026-01-03T16:00:00Z'), day: civilDayOf('2026-01-04'), precision: 'day' as const };
  const text = textNumbered(4, { published, changedAt: instantOf(changedAt) });
  const urls = urlsIn(await bodyOf(publishedOf([text]), '/sitemap.xml'));
  expect(urls.find(({ loc }) => loc.includes('/releases/'))?.lastmod).toBe(lastmod);
});

test('hostile words leave the maps whole', async () => {
  const text = textNumbered(4, { headline: ']]><url> \u0000 \ud800', slug: '"><x>' });
  const [url] = urlsIn(await bodyOf(publishedOf([text]), '/sitemaps/news/:locale.xml', { locale: 'en' }));
  expect(url?.news['news:title']).toBe(']]><url> \ufffd \ufffd');
});

test('robots may read everything that is worth it, and are told where the maps are', async () => {
  expect(await bodyOf(publishedOf([]), '/robots.txt')).toBe(
    [
      'User-agent: *\nAllow: /\nDisallow: /*/search\nDisallow: /desk\nDisallow: /oai\nDisallow: /oembed\n',
      `Sitemap: ${origin}/sitemap.xml`,
      `Sitemap: ${origin}/sitemaps/news/en.xml`,
      `Sitemap: ${origin}/sitemaps/news/cy.xml`,
      `Sitemap: ${origin}/sitemaps/news/ar.xml\n`,
    ].join('\n'),
  );
});

function answer(published: Published, path: string, params: Record<string, string> = {}) {
  const routes = mapRoutes(published, { origin, clock: fixedClock(instantOf(now)) });
  return routes.find((route) => route.path === path)?.answer(visitTo(params));
}

async function bodyOf(published: Published, path: string, params: Record<string, string> = {}): Promise<string> {
  return String((await answer(published, path, params))?.body);
}

interface Url {
  loc: string;
  lastmod: string;
  alternates: Record<string, string>;
  images: string[];
  news: Record<string, string>;
}

/** Reads a map with saxes, which refuses whatever is not well formed. */
function urlsIn(map: string): Url[] {
  const urls: Url[] = [];
  const parser = new SaxesParser();
  let words = '';
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', ({ name, attributes }) => {
    words = '';
    if (name === 'url') urls.push({ loc: '', lastmod: '', alternates: {}, images: [], news: {} });
    const url = urls.at(-1);
    if (name === 'xhtml:link' && url !== undefined) url.alternates[attributes.hreflang ?? ''] = attributes.href ?? '';
  });
  parser.on('text', (text) => {
    words += text;
  });
  parser.on('closetag', ({ name }) => {
    const url = urls.at(-1);
    if (url === undefined) return;
    if (name === 'loc' || name === 'lastmod') url[name] = words;
    if (name === 'image:loc') url.images.push(words);
    if (['news:name', 'news:language', 'news:publication_date', 'news:title'].includes(name)) url.news[name] = words;
  });
  parser.write(map).close();
  return urls;
}

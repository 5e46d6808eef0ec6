import { type JsonFeed, parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { expect, test } from 'vitest';
import { namesIn, origin, publishedOf, textNumbered, visitTo } from '../../test/support/feeds-cast.ts';
import type { Answer, Route } from '../http/route.ts';
import { fixedClock } from '../platform/clock.ts';
import { entryId } from './feed-ids.ts';
import { feedRoutes } from './feed-routes.ts';

const settings = { origin, clock: fixedClock('2026-06-01T00:00:00Z') };
const texts = Array.from({ length: 131 }, (_, index) => textNumbered(index + 1));
const everyId = texts.map(({ release }) => entryId(release, 'en')).reverse();

test('every list has every format, for itself, its fixed pages and their portions', () => {
  const paths = feedRoutes(publishedOf(texts), settings).map(({ path }) => path);
  expect(paths).toHaveLength(5 * 3 * 3);
  expect(paths).toContain('/:locale/feed.atom');
  expect(paths).toContain('/:locale/topics/:slug/page/:number/after/:after/feed.json');
});

test('from the newest page by next_url to release number 1, each release comes once', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts), settings));
  const walked = await walkJson(visit, `${origin}/en/feed.json`);
  expect(walked).toEqual(everyId);
});

test('the walk meets a retracted release where the list pages have it', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts, { retracted: [131, 57, 1] }), settings));
  expect(await walkJson(visit, `${origin}/en/feed.json`)).toEqual(everyId);
  const documents = (await walkAtom(visit, `${origin}/en/feed.atom`)).ids;
  expect(documents).toHaveLength(everyId.length - 3);
});

test('from the newest page by prev-archive to release number 1, each release comes once', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts), settings));
  const { ids, addresses } = await walkAtom(visit, `${origin}/en/offices/harbour-office/feed.atom`);
  expect(ids).toEqual(everyId);
  expect(addresses.slice(0, 2)).toEqual([
    `${origin}/en/offices/harbour-office/feed.atom`,
    `${origin}/en/offices/harbour-office/page/5/feed.atom`,
  ]);
});

test('a span that backdated releases have overfilled is walked in portions, up and down', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts, { overfull: 70 }), settings));
  const { ids, addresses } = await walkAtom(visit, `${origin}/en/feed.atom`);
  expect(ids).toEqual(everyId);
  expect(addresses.some((address) => address.includes('/after/'))).toBe(true);

  for (const [index, address] of addresses.entries()) {
    if (index < 2) continue;
    expect(linkIn(await visit(address), 'next-archive')).toBe(addresses[index - 1]);
  }
});

test('a short list that overflows its only page can still be walked', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts, { overfull: 120 }), settings));
  expect((await walkAtom(visit, `${origin}/en/feed.atom`)).ids).toEqual(everyId);
});

test('fixed pages are marked as archives and lead to the current document; the open page is not', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts), settings));
  const archived = await visit(`${origin}/en/page/3/feed.atom`);
  expect(namesIn(archived)).toContain('fh:archive');
  expect(linkIn(archived, 'current')).toBe(`${origin}/en/feed.atom`);
  expect(linkIn(archived, 'next-archive')).toBe(`${origin}/en/page/4/feed.atom`);
  expect(namesIn(await visit(`${origin}/en/page/7/feed.atom`))).not.toContain('fh:archive');
  expect(namesIn(await visit(`${origin}/en/feed.atom`))).not.toContain('fh:archive');
  expect(linkIn(await visit(`${origin}/en/page/6/feed.atom`), 'next-archive')).toBeUndefined();
});

test('all documents of a list share its id, and no two lists do', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts), settings));
  const idOf = async (path: string) => parseAtomFeed(await visit(origin + path)).id;
  expect(await idOf('/en/page/2/feed.atom')).toBe(await idOf('/en/feed.atom'));
  const lists = [
    '/en',
    '/cy',
    '/en/offices/harbour-office',
    '/en/countries/gb',
    '/en/topics/ferries',
    '/en/types/news',
  ];
  const ids = await Promise.all(lists.map((list) => idOf(`${list}/feed.atom`)));
  expect(new Set(ids).size).toBe(lists.length);
});

test.each([
  ...['/xx/feed.atom', '/__proto__/feed.atom', '/en/offices/nowhere/feed.rss', '/en/countries/zz/feed.rss'],
  ...['0', '01', '-1', '1e3', '99', ' 1', '9'.repeat(30)].map((number) => `/en/page/${number}/feed.json`),
])('there is nothing at %s', async (asked) => {
  expect(await answersOf(feedRoutes(publishedOf(texts), settings), asked)).toEqual([]);
});

test.each([
  ['/en/offices/calder/feed.atom', '/en/offices/harbour-office/feed.atom'],
  ['/en/offices/calder/page/2/feed.rss', '/en/offices/harbour-office/page/2/feed.rss'],
  ['/en/offices/Harbour-Office/page/2/after/7/feed.json', '/en/offices/harbour-office/page/2/after/7/feed.json'],
  ['/EN/feed.atom', '/en/feed.atom'],
  ['/en/countries/GB/feed.rss', '/en/countries/gb/feed.rss'],
  ['/en/types/News/feed.json', '/en/types/news/feed.json'],
])('%s leads to the one address of its feed, %s', async (asked, canonical) => {
  const answers = answersOf(feedRoutes(publishedOf(texts), settings), asked);
  expect(await answers).toMatchObject([{ status: 301, headers: { location: canonical } }]);
});

test('the same feed asked twice has the same bytes', async () => {
  const visit = visitorOf(feedRoutes(publishedOf(texts), settings));
  expect(await visit(`${origin}/en/feed.rss`)).toBe(await visit(`${origin}/en/feed.rss`));
});

type Visitor = (address: string) => Promise<string>;

function visitorOf(routes: readonly Route[]): Visitor {
  return async (address) => {
    const [answer] = await answersOf(routes, address.slice(origin.length));
    if (answer === undefined) throw new TypeError(`nothing answers ${address}`);
    return String(answer.body);
  };
}

async function answersOf(routes: readonly Route[], asked: string): Promise<Answer[]> {
  const path = asked.split('/');
  const answers = routes.map(async (route) => {
    const shape = route.path.split('/');
    const fits = shape.length === path.length && shape.every((part, at) => part.startsWith(':') || part === path[at]);
    if (!fits) return null;
    const named = shape.flatMap((part, at) => (part.startsWith(':') ? [[part.slice(1), path[at] ?? '']] : []));
    return route.answer(visitTo(Object.fromEntries(named), asked));
  });
  return (await Promise.all(answers)).filter((answer) => answer !== null);
}

async function walkJson(visit: Visitor, start: string): Promise<string[]> {
  const ids: string[] = [];
  for (let address: string | undefined = start; address !== undefined; ) {
    const read: JsonFeed.Feed<string> = parseJsonFeed(await visit(address));
    ids.push(...(read.items ?? []).map((item) => item.id ?? ''));
    address = read.next_url;
  }
  return ids;
}

async function walkAtom(visit: Visitor, start: string): Promise<{ ids: string[]; addresses: string[] }> {
  const ids: string[] = [];
  const addresses: string[] = [];
  for (let address: string | undefined = start; address !== undefined; ) {
    addresses.push(address);
    const document = await visit(address);
    ids.push(...(parseAtomFeed(document).entries ?? []).map((entry) => entry.id ?? ''));
    address = linkIn(document, 'prev-archive');
  }
  return { ids, addresses };
}

function linkIn(document: string, rel: string): string | undefined {
  return parseAtomFeed(document).links?.find((link) => link.rel === rel)?.href;
}

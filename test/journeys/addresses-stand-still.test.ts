import { afterAll, beforeAll, expect, test } from 'vitest';
import { actsOf, portOffice } from '../support/archives.ts';
import { attributesOf, type EditionLine, type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';

let open: OpenForReaders;

/** The n-th release of the Port of Calder, in English: one a day from the first of January 2019. */
function ferry(n: number): EditionLine {
  const [first] = actsOf(n);
  if (first?.kind !== 'edition') throw new TypeError('the first act of a release is an edition');
  const at = `2019-0${1 + Math.floor((n - 1) / 28)}-${String(1 + ((n - 1) % 28)).padStart(2, '0')}`;
  return { ...first, at, headline: `Ferry ${n}` };
}

const idOf = (n: number) => ferry(n).release.id;
const releasesOn = (page: string) =>
  attributesOf(page, 'href').filter((href) => /^\/en\/releases\/[^/]+\/[^/]+$/.test(href));
const members = (page: string) => [...new Set(releasesOn(page))];

beforeAll(async () => {
  open = await openForReaders();
  await open.moveIn([portOffice, ...Array.from({ length: 45 }, (_, index) => ferry(index + 1))]);
});
afterAll(() => open.close());

test('a text is found under every spelling of its address, and each leads to the one that is its own', async () => {
  const [address = ''] = members((await open.get('/en')).body);
  const [, reference = ''] = /releases\/([^/]+)\//.exec(address) ?? [];
  const [office, year, number] = reference.split(/-(?=\d)/);
  const short = `${office}/${year}/${number}`;
  for (const spelling of [`/r/${short.toUpperCase()}`, `/r/${short}`, `/en/releases/${reference}/something-else`]) {
    const { status, headers } = await open.get(spelling);
    expect([spelling, [301, 302, 303, 307, 308].includes(status), headers.location]).toEqual([spelling, true, address]);
  }
  const loud = await open.get(`/en/releases/${reference.toUpperCase()}/something-else`);
  expect(loud.headers.location).toBe(address);
  expect((await open.get(`${address}/`)).headers.location).toBe(address);
});

test('an address of the site before this one leads to the text', async () => {
  const { status, headers } = await open.get('/old/page-7.htm');
  expect([301, 308]).toContain(status);
  expect((await open.get(headers.location ?? '')).body).toContain('Ferry 7');
});

test('the pages of a list and of a year keep their members when more is published', async () => {
  const fixed = ['/en/page/1', '/en/2019/page/1', '/en/offices/port/page/1'];
  const before = await Promise.all(fixed.map(async (path) => members((await open.get(path)).body)));
  expect(before.map((list) => list.length)).toEqual([20, 20, 20]);
  const newer = Array.from({ length: 30 }, (_, index) => ({ ...ferry(index + 101), at: '2020-02-03' }));
  await open.moveIn([portOffice, ...newer]);
  expect(await Promise.all(fixed.map(async (path) => members((await open.get(path)).body)))).toEqual(before);
});

test('a withdrawn text can still be read, under a banner with the reason', async () => {
  const { headers } = await open.get('/old/page-3.htm');
  const before = (await open.get(headers.location ?? '')).body;
  const order = { release: idOf(3), locale: ferry(3).locale, reason: 'The ferry never sailed.', at: null };
  expect(await open.newsroom.withdraw(order as Parameters<typeof open.newsroom.withdraw>[0])).toMatchObject({
    ok: true,
  });
  const { status, body } = await open.get(headers.location ?? '');
  expect(status).toBe(200);
  expect(before).not.toContain('The ferry never sailed.');
  expect(body).toContain('The ferry never sailed.');
  expect(body).toContain('Ferry 3');
});

test('a retracted text is gone from its page, the lists, the feeds and the map', async () => {
  const { headers } = await open.get('/old/page-9.htm');
  const address = headers.location ?? '';
  const order = { release: idOf(9), locale: ferry(9).locale, reason: 'It was written by mistake.', at: null };
  expect(await open.newsroom.retract(order as Parameters<typeof open.newsroom.retract>[0])).toMatchObject({ ok: true });
  const { status, body } = await open.get(address);
  expect(status).toBe(410);
  expect(body).toContain('It was written by mistake.');
  expect(body).not.toContain('Body 9');
  for (const path of ['/sitemap.xml', '/en/feed.atom', '/en/page/1', '/en/page/2', '/en/2019']) {
    expect((await open.get(path)).body).not.toMatch(/Ferry 9\b/);
  }
  expect((await open.get('/sitemap.xml')).body).not.toContain(address);
});

test('a corrected text shows its change, and the earlier edition keeps its own words', async () => {
  const change = { kind: 'correction' as const, note: 'It left at ten, not nine.', major: true };
  const corrected = { ...ferry(5), headline: 'Ferry five, corrected', at: '2020-05-05T10:00:00.000Z', change };
  await open.moveIn([portOffice, { ...corrected, legacyPaths: [] }]);
  const { headers } = await open.get('/old/page-5.htm');
  const now = (await open.get(headers.location ?? '')).body;
  expect(now).toContain('Ferry five, corrected');
  expect(now).toContain('It left at ten, not nine.');
  const earlier = await open.get(`${headers.location}/editions/1`);
  expect(earlier.status).toBe(200);
  expect(earlier.body).toContain('Ferry 5');
  expect(earlier.body).toContain(headers.location);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../support/archives.ts';
import { attributesOf, type OpenForReaders, openForReaders, watch } from '../support/open-for-readers.ts';

let open: OpenForReaders;

const page = `The harbour office tells here what it decides.

2018

1. Harbour – Ferry leaves an hour later
12 March 2018
The winter timetable ends on Sunday.

2. Dredging begins at the east quay
12 March 2018
Two barges work by day and one by night.

2017

1. © Ann Other / AFP 2018
A lighthouse is painted
3 May 2017
It is red again, as it was in the first year.

2. Harbour fees stay as they are
1 April 2017
`;

beforeAll(async () => {
  open = await openForReaders();
  const office = { code: 'PORT', slug: 'port', names: { en: 'Port of Calder' }, introductions: {} };
  const place = { countries: ['GB'], locales: ['en'], timeZone: 'Europe/London' };
  await open.newsroom.setUpOffice({ ...office, ...place } as Parameters<typeof open.newsroom.setUpOffice>[0]);
});
afterAll(() => open.close());

const importIt = async () => {
  const order = { files: [fileOf(page, 'list.txt')], office: 'PORT', locale: 'en' };
  const [report] = await open.newsroom.importListing(order, watch);
  return report;
};

test('every item of a list page becomes a release with its day, summary and credit, in the order of the page', async () => {
  expect(await importIt()).toMatchObject({ imported: 4, alreadyHere: 0, creditsAlone: 1 });
  const list = (await open.get('/en/offices/port')).body;
  const order = ['Ferry leaves', 'Dredging begins', 'A lighthouse', 'Harbour fees'].map((words) => list.indexOf(words));
  expect(order.every((at) => at > 0)).toBe(true);
  expect([...order].sort((one, other) => one - other)).toEqual(order);

  const addresses = [...new Set(attributesOf(list, 'href').filter((href) => /^\/en\/releases\//.test(href)))];
  expect(addresses).toHaveLength(4);
  const texts = await Promise.all(addresses.map(async (address) => (await open.get(address)).body));
  expect(texts[0]).toContain('The winter timetable ends on Sunday.');
  expect(texts[1]).toMatch(/datetime="2018-03-12/);
  expect(texts[2]).toContain('Ann Other');
  expect(texts[2]).toContain('The picture itself is not in this archive.');
  // The old template printed the year of viewing.
  expect(texts[2]).not.toMatch(/AFP,? 2018/);
  expect(texts[3]).toMatch(/datetime="2017-04-01/);
});

test('the same page again changes nothing and says so', async () => {
  const before = (await open.get('/en')).body;
  expect(await importIt()).toMatchObject({ imported: 0, alreadyHere: 4 });
  expect((await open.get('/en')).body).toBe(before);
});

test('imported releases are in the feeds under the day they were published', async () => {
  const { body } = await open.get('/en/feed.atom');
  expect(body).toContain('Ferry leaves an hour later');
  expect(body).toMatch(/<published>2018-03-1[12]T/);
  expect(body).not.toContain('2026-11-24');
  expect(body).toContain('The picture itself is not in this archive.');
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf } from '../support/archives.ts';
import { attributesOf, type OpenForReaders, openExample, watch } from '../support/open-for-readers.ts';

let open: OpenForReaders;

/** What a connection brings before the first answer from the reader. */
const MOST_BYTES = 14 * 1024;

/** An old list page as it moves in beside what is there. */
const moved = Array.from({ length: 24 }, (_, index) => {
  const [day, month] = [28 - index, ['September', 'March'][index % 2]];
  return `${index + 1}. Office ${index} and its partners agree on measure ${index * 37} for river ports and their crews

${day} ${month} ${2017 - Math.floor(index / 8)}

The ${index * 11} delegates of meeting ${index} heard what the gauges of ${1900 + index * 3} had shown, asked for ${index + 2} more of them, and will meet again before the ice of winter ${index} has closed the upper reaches.
`;
}).join('\n');

beforeAll(async () => {
  open = await openExample();
  const office = { code: 'CO-UPRIVER', slug: 'co-upriver', names: { en: 'Office upriver' }, introductions: {} };
  const place = { countries: ['CN', 'MN'], locales: ['en'], timeZone: 'Asia/Shanghai' };
  await open.newsroom.setUpOffice({ ...office, ...place } as Parameters<typeof open.newsroom.setUpOffice>[0]);
  const file = fileOf(moved, 'list.txt');
  const [report] = await open.newsroom.importListing({ files: [file], office: 'CO-UPRIVER', locale: 'en' }, watch);
  expect(report?.imported).toBe(24);
});
afterAll(() => open.close());

test.each(['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru'])(
  'in %s, every list and each of its fixed pages is at most 14 KB compressed',
  async (locale) => {
    const links = attributesOf((await open.get(`/${locale}`)).body, 'href');
    const lists = links.filter((href) =>
      new RegExp(`^/${locale}(?:/(?:offices|countries|topics|types)/[^/]+)?$`).test(href),
    );
    expect(new Set(lists).size).toBeGreaterThan(20);
    for (const list of new Set(lists)) {
      for (const path of [list, `${list}/page/1`, `${list}/page/2`, `${list}/2026`, `${list}/2017`]) {
        const { status, headers } = await open.get(path, { 'accept-encoding': 'gzip' });
        expect([200, 404]).toContain(status);
        if (status !== 200) continue;
        const length = Number(headers['content-length']);
        expect({ path, length, isLight: length <= MOST_BYTES }).toMatchObject({ path, isLight: true });
      }
    }
  },
);

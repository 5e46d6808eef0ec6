import { expect, test } from 'vitest';
import { elementsOf } from '../../../test/support/read-page.ts';
import { smallPublished } from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import { Fault } from '../../platform/faults.ts';
import { problemPages } from './problem-pages.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };
const pages = problemPages(smallPublished({ texts: [] }), settings);
const asked = { status: 404, path: '/nowhere', acceptLanguage: '', requestId: 'request-1' } as const;

test.each([
  ['/zh-Hans/nowhere', 'ar', 'zh-Hans'],
  ['/nowhere', 'ar', 'ar'],
  ['/nowhere', '', 'en'],
  ['', '', 'en'],
])('a problem at “%s” is told to a reader of “%s” in %s', async (path, acceptLanguage, locale) => {
  const { body } = await pages.problem({ ...asked, path, acceptLanguage });
  expect(elementsOf(body).find(({ tag }) => tag === 'html')?.attributes['lang']).toBe(locale);
});

test.each([400, 404, 405, 410, 414, 431, 500, 503] as const)(
  'a problem %s has its words, and the request where we have to look for it',
  async (status) => {
    const { body, type } = await pages.problem({ ...asked, status });
    const elements = elementsOf(body);
    expect(type).toBe('text/html; charset=utf-8');
    expect(elements.find(({ tag }) => tag === 'h1')?.text).not.toBe('');
    const isNamed = elements.find(({ tag }) => tag === 'main')?.text.includes('request-1');
    expect(isNamed).toBe(status >= 500);
    expect(elements.flatMap((one) => one.attributes['href'] ?? [])).toContain('/en');
  },
);

test('a problem is told in the reader’s language even when nobody can be asked who publishes here', async () => {
  const published = {
    ...smallPublished({ texts: [] }),
    institution: () => Promise.reject(new Fault('DATABASE_UNAVAILABLE', { problem: 'it is away' })),
  };
  const { body } = await problemPages(published, settings).problem({ ...asked, status: 503, acceptLanguage: 'ru' });
  const elements = elementsOf(body);
  expect(elements.find(({ tag }) => tag === 'html')?.attributes['lang']).toBe('ru');
  expect(elements.find(({ tag }) => tag === 'h1')?.text).toBe('Пресс-центр перегружен');
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostileSearches } from '../support/hostile-searches.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

// How long these take is measured by `npm run bench -- --only search`.

let open: OpenForReaders;

beforeAll(async () => {
  open = await openForReaders();
  await fillForApi(open);
});
afterAll(() => open?.close());

describe.each(Object.entries(hostileSearches))('a search for %s', (_, q) => {
  const asked = new URLSearchParams({ q }).toString();

  test('has a page that says what was found, or what was not understood', async () => {
    const { status, headers, body } = await open.get(`/en/search?${asked}`);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    if (asked.length > 2_000) return expect([status, body]).toEqual([414, expect.stringMatching(/too long/i)]);
    expect(status).toBe(200);
    expect(body).toMatch(/class="(?:notes-on-query|hits)"|Nothing was found|Write a word/);
  });

  test('is answered to a program in the same way', async () => {
    const { status, body } = await open.get(`/api/v1/search?${asked}`);
    const told = JSON.parse(body);
    if (asked.length > 2_000) return expect([status, told]).toEqual([414, { ...told, status: 414 }]);
    expect(status).toBe(200);
    expect(Array.isArray(told.hits)).toBe(true);
    for (const { detail } of told.notes) expect(detail).toMatch(/[.]$/);
    const { body: page } = await open.get(`/en/search?${asked}`);
    expect(page.includes('notes-on-query')).toBe(told.notes.length > 0);
  });
});

test('the fifth word with a star is named and left out, on the page and to a program', async () => {
  const asked = new URLSearchParams({ q: 'fe* bo* mo* su* zz* yy* ferry' });
  const { notes, count } = JSON.parse((await open.get(`/api/v1/search?${asked}`)).body);
  expect(notes).toEqual([{ note: 'too-many-beginnings', about: 'zz*', detail: expect.stringContaining('At most 4') }]);
  const without = new URLSearchParams({ q: 'fe* bo* mo* su* ferry' });
  expect(JSON.parse((await open.get(`/api/v1/search?${without}`)).body)).toMatchObject({ notes: [], count });
  const { body } = await open.get(`/en/search?${asked}`);
  expect(body).toContain('At most 4 words may end with a star. <bdi>zz*</bdi> and those after it were left out.');
});

test('what looks like an operator or a filter and is none is told, on the page and to a program', async () => {
  const asked = new URLSearchParams({ q: 'ladders OR author:berrichon' });
  const { notes } = JSON.parse((await open.get(`/api/v1/search?${asked}`)).body);
  expect(notes).toEqual([
    { note: 'not-an-operator', about: 'OR', detail: expect.stringContaining('no operators') },
    { note: 'not-a-filter', about: 'author:', detail: expect.stringContaining('after:') },
  ]);
  const { body } = await open.get(`/en/search?${asked}`);
  expect(body).toContain('<bdi>author:</bdi> names no filter');
  expect(body).toContain('office: country: topic: type: language: has: before: after:');
  expect(body).toContain('<bdi>OR</bdi> was looked for as a word.');
});

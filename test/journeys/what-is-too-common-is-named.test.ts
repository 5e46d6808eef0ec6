import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenForReaders, openForReaders, origin } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

let open: OpenForReaders;

/** Every release has “ferry”, one has “corrected” and “6”. */
const FEW = 20;

beforeAll(async () => {
  open = await openForReaders(null, origin, { searchPostings: FEW });
  await fillForApi(open);
});

afterAll(() => open?.close());

const left: [what: string, asked: string, about: string][] = [
  ['a word', 'corrected ferry', 'ferry'],
  ['a beginning', 'corrected bod*', 'bod*'],
  ['a word to leave out', 'corrected -ferry', '-ferry'],
  ['a place of a phrase', '"Ferry 6"', '"Ferry 6"'],
];

test.each(left)('%s that stands in too many texts is named by the API, with what to do', async (_, asked, about) => {
  const { status, body } = await open.get(`/api/v1/search?q=${encodeURIComponent(asked)}`);
  const { notes, count } = JSON.parse(body) as { notes: readonly object[]; count: number };
  expect(status).toBe(200);
  expect(notes).toEqual([{ note: 'too-common', about, detail: expect.stringMatching(/write fewer words.*[.]$/) }]);
  expect(count).toBeGreaterThan(0);
});

test.each(left)('%s that stands in too many texts is named by the page', async (_, asked, about) => {
  const { status, body } = await open.get(`/en/search?q=${encodeURIComponent(asked)}`);
  expect(status).toBe(200);
  expect(body).toContain(`Left out, wholly or in part: <bdi>${about.replaceAll('"', '&quot;')}</bdi>. Write fewer`);
  expect(body).toContain('class="hits"');
});

test('of what is rare enough nothing is said', async () => {
  const { body } = await open.get('/api/v1/search?q=corrected');
  expect(JSON.parse(body)).toMatchObject({ notes: [], count: expect.any(Number) });
});

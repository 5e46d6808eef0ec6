import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyPostgres } from '../support/engines.ts';
import { fuzzApi, type Known } from '../support/fuzz-api.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';
import { fillForApi } from '../support/small-archive.ts';

// PostgreSQL refuses what SQLite bears: a NUL in a text, a number that is too large for its column. What the API answers
// on SQLite is told in test/journeys/the-api-keeps-its-word.test.ts.

let open: OpenForReaders;
let known: Known;

beforeAll(async () => {
  const { url } = await emptyPostgres();
  open = await openForReaders(url.href);
  known = await fillForApi(open);
  await open.newsroom.makeBulk();
});
afterAll(() => open?.close());

test('whatever is asked, the answer is one that the document describes, and no failure', async () => {
  const { text } = await open.newsroom.makeKey({ name: 'A partner', scopes: ['read', 'bulk'], perMinute: 1e6 });
  const { broken, answered } = await fuzzApi(open, { runs: 1_500, keys: [text], known });
  expect(broken).toEqual([]);
  expect(answered.size).toBeGreaterThan(30);
});

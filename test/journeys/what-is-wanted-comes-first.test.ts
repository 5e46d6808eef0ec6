import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgedSearches } from '../support/judged-searches.ts';
import { type OpenForReaders, openExample } from '../support/open-for-readers.ts';
import { nDCG } from '../support/relevance.ts';

let open: OpenForReaders;

beforeAll(async () => {
  open = await openExample();
});
afterAll(() => open.close());

/** Measured when the order was last changed, a little below: it may rise, and not fall. */
const LEAST = 0.9;

test(`the first ten hits of ${judgedSearches.length} searches in seven languages are those that readers want`, async () => {
  const judged = [];
  for (const search of judgedSearches) {
    const asked = new URLSearchParams({ q: search.q, locale: search.locale, sort: 'best', limit: '10' });
    const { status, body } = await open.get(`/api/v1/search?${asked}`);
    expect([search.q, status]).toEqual([search.q, 200]);
    const { hits } = JSON.parse(body) as { hits: readonly { item: { id: string } }[] };
    const found = hits.map(({ item }) => item.id);
    judged.push({ q: search.q, score: nDCG(search, found) });
  }
  const mean = judged.reduce((sum, { score }) => sum + score, 0) / judged.length;
  const worst = judged.filter(({ score }) => score < 0.5).map(({ q, score }) => `${q}: ${score.toFixed(2)}`);
  expect({ worst, isKept: mean >= LEAST, mean }).toMatchObject({ worst: [], isKept: true });
});

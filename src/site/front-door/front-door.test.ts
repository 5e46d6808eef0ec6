import { expect, test } from 'vitest';
import { smallPublished, textFor, visitor } from '../../../test/support/small-newsroom.ts';
import { fixedClock } from '../../platform/clock.ts';
import { siteRoutes } from '../site-routes.ts';

const settings = { origin: 'https://news.calder.example', clock: fixedClock('2026-06-01T00:00:00Z') };
const texts = [textFor({ number: 1 }), textFor({ number: 1, locale: 'mn', slug: 'усан-онгоц' })];
const visit = visitor(siteRoutes(smallPublished({ texts, retracted: [textFor({ number: 2 })] }), settings));

test.each([
  ['', '/en'],
  ['ar-EG', '/ar'],
  ['de', '/en'],
])('the front door leads a reader of “%s” to %s, and is never kept', async (accept, path) => {
  const answer = await visit('/', accept);
  expect(answer).toMatchObject({ status: 302, headers: { location: path, vary: 'accept-language' }, keep: false });
});

test.each(['/r/CALDER/2026/1', '/r/calder/2026/1', '/r/calder-2026-1'])('%s leads to the text', async (path) => {
  expect((await visit(path))?.headers?.['location']).toBe('/en/releases/calder-2026-1/release-1');
  expect((await visit(path, 'mn'))?.headers?.['location']).toBe(
    `/mn/releases/calder-2026-1/${encodeURIComponent('усан-онгоц')}`,
  );
});

test('a reference leads to what is left of a retracted text', async () => {
  expect((await visit('/r/CALDER/2026/2'))?.headers?.['location']).toBe('/en/releases/calder-2026-2/release-2');
});

test.each(['/r/CALDER/2026/99', '/r/CALDER/2026/0', '/r/x', '/r/CALDER/year/1'])('nothing is at %s', async (path) => {
  expect(await visit(path)).toBeNull();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundText } from '../published/found.query.ts';
import { extractOf, markedText } from './extract.ts';
import type { IndexedText } from './fields.ts';
import { findPlacesOf } from './found-places.ts';
import { knownIn, unknown } from './known-in.ts';
import { recentPostings } from './recent-postings.ts';
import type { Extract } from './search.ts';

function extractFrom(texts: { body?: string; summary?: string; notes?: string }, words: readonly string[]) {
  const item = { locale: 'en', text: { summary: texts.summary ?? null } };
  const found = { item, body: texts.body ?? '', notes: texts.notes ?? null } as unknown as FoundText;
  return extractOf(found, findPlacesOf(new Set(words)), unknown);
}

const written = (extract: Extract | null) =>
  extract?.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join('');

const gap = 'water '.repeat(60);

test('an extract shows where the most different words stand together', () => {
  const body = `<p>ferry ferry ferry ${gap} quay and ferry by a crane ${gap} crane</p>`;
  expect(written(extractFrom({ body }, ['ferri', 'quai', 'crane']))).toContain('[quay] and [ferry] by a [crane]');
});

test('of several such places an extract shows the first', () => {
  const body = `<p>${gap} the first ferry ${gap} the second ferry</p>`;
  expect(written(extractFrom({ body }, ['ferri']))).toContain('the first [ferry]');
});

test('a word that is longer than an extract is shown whole, and those near it are not lost', () => {
  const long = 'x'.repeat(300);
  const body = `<p>${long} ferry quay</p>`;
  expect(written(extractFrom({ body }, ['x'.repeat(64), 'ferri', 'quai']))).toContain('[ferry] [quay]');
  expect(written(extractFrom({ body: `<p>${long}</p>` }, ['x'.repeat(64)]))).toBe(`[${long}]`);
});

test('what the body does not say is shown from the summary, else from the notes', () => {
  const texts = { body: '<p>water</p>', summary: 'A ferry sails.', notes: '<p>The ferry is new.</p>' };
  expect(written(extractFrom(texts, ['ferri']))).toBe('A [ferry] sails.');
  expect(written(extractFrom({ ...texts, summary: '' }, ['ferri']))).toBe('The [ferry] is new.');
  expect(extractFrom(texts, ['quai'])).toBeNull();
});

const pieces = fc.array(fc.constantFrom('ferry', 'quay,', 'port/2010/4', '渡轮', '港口渡', 'water', '<em>crane</em>'), {
  maxLength: 9,
});
const html = pieces.map((words) => `<p>${words.join(' ')}</p>`);
const line = pieces.map((words) => words.join(' '));
const asked = fc.subarray(['ferri', 'quai', 'crane', 'port/2010/4', 'port', '渡轮', '渡', '口']);

test('headline and extract are the same whether the index has told where the words stand or not', () => {
  fc.assert(
    fc.property(line, fc.option(line), fc.option(line), html, fc.option(html), asked, (...all) => {
      const [headline, kicker, summary, body, notes, terms] = all;
      const none = { place: null, pictures: [], reference: 'PORT/2011/1' };
      const text: IndexedText = { ...none, locale: 'en', headline, kicker, summary, body, notes };
      const postings = recentPostings();
      postings.add(1, text);
      const found = { item: { locale: 'en', text: { summary } }, body, notes } as unknown as FoundText;
      const find = findPlacesOf(new Set(terms));
      const known = knownIn([postings], new Set(terms))(1);
      expect(extractOf(found, find, known)).toEqual(extractOf(found, find, unknown));
      expect(markedText(headline, 'en', find, known.headline)).toEqual(markedText(headline, 'en', find, null));
    }),
    { numRuns: 300 },
  );
});

import { expect, test } from 'vitest';
import type { FoundText } from '../published/found.query.ts';
import { extractOf } from './extract.ts';
import { findPlacesOf } from './found-places.ts';
import type { Extract } from './search.ts';

function extractFrom(texts: { body?: string; summary?: string; notes?: string }, words: readonly string[]) {
  const item = { locale: 'en', text: { summary: texts.summary ?? null } };
  const found = { item, body: texts.body ?? '', notes: texts.notes ?? null } as unknown as FoundText;
  return extractOf(found, findPlacesOf(new Set(words)));
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

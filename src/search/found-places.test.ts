import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTerms } from '../../test/support/placed-terms.ts';
import { findPlacesOf } from './found-places.ts';
import { NOWHERE } from './terms/take-term.ts';

const piece = fc.oneof(
  fc.constantFrom(
    'tide',
    'Tides',
    'harbour’s',
    'l’eau',
    '渡轮',
    '渡',
    '港口',
    'ﾃﾞ',
    'нуурын',
    'السفن',
    'port/2010/4',
    '1,200',
    'CO2',
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constant('x'.repeat(70)),
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
const locale = fc.constantFrom('en', 'fr', 'ar', 'mn', 'zh-Hans', 'ja');

test('wanted terms are found where they stand, and nothing else', () => {
  fc.assert(
    fc.property(text, text, locale, (wanted, read, one) => {
      const terms = new Set(placedTerms(wanted, one).map(({ term }) => term));
      const expected = placedTerms(read, one).filter(({ term }) => terms.has(term));
      expect(findPlacesOf(terms)(read, one, null)).toEqual(
        expected.map(({ term, start, end }) => ({ term, start, end })),
      );
    }),
    { numRuns: 500 },
  );
});

test('terms are found where an index says that they stand, and however many stand behind the end', () => {
  fc.assert(
    fc.property(text, text, locale, (wanted, read, one) => {
      const terms = new Set(placedTerms(wanted, one).map(({ term }) => term));
      const all = placedTerms(read, one).filter(({ term }) => terms.has(term));
      const at = all.some(({ position }) => position === NOWHERE)
        ? null
        : all.map(({ position }) => position).sort(byNumber);
      const find = findPlacesOf(terms);
      expect(find(read, one, at)).toEqual(find(read, one, null));
      expect(find(read, one, at === null ? null : [...at, 1_000, 1_001])).toEqual(find(read, one, null));
    }),
    { numRuns: 500 },
  );
});

const byNumber = (one: number, other: number) => one - other;

test('terms that do not stand where an index says are looked for everywhere', () => {
  const find = findPlacesOf(new Set(['ferri', 'quai']));
  expect(find('the ferry at the quay', 'en', [0, 3])).toEqual(find('the ferry at the quay', 'en', null));
});

test('a term knows where it stands in the text', () => {
  const text = 'Droit à l’emploi';
  const places = findPlacesOf(new Set(['droit', 'a', 'emploi']))(text, 'fr', null);
  expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['Droit', 'à', 'emploi']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTerms } from '../../test/support/placed-terms.ts';
import { findPlacesOf } from './found-places.ts';

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
      expect(findPlacesOf(terms)(read, one, Number.POSITIVE_INFINITY)).toEqual(
        expected.map(({ term, start, end }) => ({ term, start, end })),
      );
    }),
    { numRuns: 500 },
  );
});

test('a term knows where it stands in the text', () => {
  const text = 'Droit à l’emploi';
  const places = findPlacesOf(new Set(['droit', 'a', 'emploi']))(text, 'fr', 3);
  expect(places.map(({ start, end }) => text.slice(start, end))).toEqual(['Droit', 'à', 'emploi']);
});

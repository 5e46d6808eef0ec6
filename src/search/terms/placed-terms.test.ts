import { expect, test } from 'vitest';
import { placedTerms } from './placed-terms.ts';

test('a term knows where it stands in the text', () => {
  const text = 'Droit à l’emploi';
  expect(placedTerms(text, 'fr').map(({ start, end }) => text.slice(start, end))).toEqual(['Droit', 'à', 'emploi']);
});

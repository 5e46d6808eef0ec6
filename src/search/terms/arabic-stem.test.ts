import { expect, test } from 'vitest';
import { arabicStem } from './arabic-stem.ts';

test.each([
  ['the tide', ['مد', 'المد', 'للمد']],
  ['the sea', ['بحر', 'البحر', 'والبحر', 'بالبحر', 'فالبحر', 'كالبحر', 'للبحر']],
  ['ports', ['موانئ', 'الموانئ', 'والموانئ', 'للموانئ']],
  ['a day', ['يوم', 'اليوم', 'لليوم']],
])('%s is one word with the article and without', (_what, words) => {
  expect(new Set(words.map(arabicStem)).size).toBe(1);
});

test.each([
  ['father', 'والد', 'د'],
  ['God', 'الله', 'له'],
  ['pain', 'الم', 'م'],
])('%s has no article', (_what, word, rest) => {
  expect(arabicStem(word)).not.toBe(arabicStem(rest));
});

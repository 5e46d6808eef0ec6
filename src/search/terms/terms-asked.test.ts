import { expect, test } from 'vitest';
import { termsAsked } from './terms-asked.ts';

test('a word asks for its stem in each language', () => {
  expect(termsAsked('employment', ['en', 'fr', 'mn'])).toEqual([{ position: 0, anyOf: ['employ', 'employment'] }]);
});

test('one Chinese character asks for itself, and more for their pairs', () => {
  expect(termsAsked('中', ['zh-Hans'])).toEqual([{ position: 0, anyOf: ['中'] }]);
  expect(termsAsked('中国人', ['en']).map(({ anyOf }) => anyOf)).toEqual([['中国'], ['国人']]);
});

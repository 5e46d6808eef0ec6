import { expect, test } from 'vitest';
import { closestLanguage } from '../../platform/closest-language.ts';
import { bestLanguage } from './best-language.ts';

const offered = ['en', 'zh-Hans', 'ar', 'mn'];

test.each([
  ['', 'en'],
  ['ar', 'ar'],
  ['ar-EG, en;q=0.5', 'ar'],
  ['zh-CN,zh;q=0.9', 'zh-Hans'],
  ['fr, mn;q=0.4, ar;q=0.8', 'ar'],
  ['fr', 'en'],
  ['AR;Q=1', 'ar'],
  ['ar;q=0, mn;q=0.1', 'mn'],
  ['*', 'en'],
  ['fr, *;q=0.5, ar;q=0.1', 'en'],
  ['!!,;;q=,ar;q=9,--', 'en'],
  [`${'xx-'.repeat(5_000)},ar`, 'en'],
])('a reader who sends “%s” is shown %s', (accept, best) => {
  expect(bestLanguage(accept, offered, 'en')).toBe(best);
});

test('a reader of another script of a language is offered it all the same', () => {
  expect(bestLanguage('zh-TW', offered, 'en')).toBe('zh-Hans');
});

test.each([
  ['zh', 'zh-Hans'],
  ['ZH-cn', 'zh-Hans'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['zh-TW', 'zh-Hant'],
  ['en-GB', 'en'],
  ['eng', 'en'],
  ['fr-FR', undefined],
  ['admin', undefined],
  ['und', undefined],
  ['-', undefined],
  ['en'.repeat(1_000), undefined],
])('the tag %s means %s of the languages offered', (tag, meant) => {
  expect(closestLanguage(tag, ['en', 'zh-Hans', 'zh-Hant'])).toBe(meant);
});

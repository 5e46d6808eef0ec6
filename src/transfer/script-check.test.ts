import { expect, test } from 'vitest';
import type { Locale } from '../platform/locales.ts';
import { openScriptCheck } from './script-check.ts';

const problemOf = (locale: string, ...headlines: string[]) => {
  const check = openScriptCheck(locale as Locale);
  for (const headline of headlines) check.look({ headline, summary: null });
  return check.problem()?.code ?? null;
};

test.each([
  ['zh-Hans', 'Ferry agreed'],
  ['en', '渡轮协议'],
  ['mn', 'Ferry agreed'],
  ['ar', 'Паром'],
  ['ja', 'Ferry'],
  ['ru', '2019'],
])('not one text in %s like “%s”: the language is another', (locale, headline) => {
  expect(problemOf(locale, headline, headline)).toBe('IMPORT_OTHER_LANGUAGE');
});

test.each([
  ['zh-Hans', '渡轮 Kingfisher'],
  ['mn', 'Усан онгоц'],
  ['mn', 'ᠮᠣᠩᠭᠣᠯ'],
  ['sr-Latn', 'Trajekt'],
  ['ja', 'フェリー'],
  ['am', 'ጀልባ'],
])('one text in %s like “%s” is enough', (locale, headline) => {
  expect(problemOf(locale, 'COVID-19', headline)).toBeNull();
});

test('no text at all is no text in another language', () => {
  expect(problemOf('zh-Hans')).toBeNull();
});

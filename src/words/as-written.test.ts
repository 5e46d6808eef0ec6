import { expect, test } from 'vitest';
import { civilDayOf, instantOf } from '../platform/instant.ts';
import {
  countryName,
  formatBytes,
  formatDay,
  formatMonth,
  formatYear,
  instantParts,
  monthNames,
  ownName,
} from './as-written.ts';
import { wordsFor } from './words.ts';

test.each([
  ['en', '7 September 2017'],
  ['fr', '7 septembre 2017'],
  ['es', '7 de septiembre de 2017'],
  ['ar', '7 سبتمبر 2017'],
  ['zh-Hans', '2017年9月7日'],
  ['mn', '2017 оны 9-р сарын 7'],
  ['ru', '7 сентября 2017 г.'],
  ['de', '7. September 2017'],
  ['en-US', 'September 7, 2017'],
])('a day is written as %s writes it', (locale, written) => {
  expect(formatDay(civilDayOf('2017-09-07'), locale)).toBe(written);
});

test('a day is the Gregorian one where another calendar is usual', () => {
  expect(formatDay(civilDayOf('2017-09-07'), 'th')).toContain('2017');
});

test('an instant is told on the clocks of its office, and they are named', () => {
  const parts = (locale: string) => instantParts(instantOf('2017-09-07T20:30:00Z'), 'Asia/Shanghai', locale);
  expect(parts('en')).toEqual({ day: '8 September 2017', time: '04:30', zone: 'GMT+8' });
  expect(parts('ar')).toEqual({ day: '8 سبتمبر 2017', time: '04:30', zone: 'غرينتش+8' });
  expect(wordsFor('zh-Hans')('instant', parts('zh-Hans'))).toBe('2017年9月8日 04:30（GMT+8）');
});

test('a year, a month and the months have the locale’s form', () => {
  expect(formatYear(2017, 'zh-Hans')).toBe('2017年');
  expect(formatMonth(2017, 9, 'fr')).toBe('septembre 2017');
  expect(monthNames('en')[8]).toEqual({ short: 'Sept', long: 'September' });
});

test('a year of the first century is not one of the twentieth', () => {
  expect([formatYear(1, 'en'), formatYear(99, 'fr'), formatMonth(1, 3, 'en')]).toEqual(['1', '99', 'March 1']);
});

test('countries and languages are named, unknown ones by their code', () => {
  expect(countryName('MN', 'zh-Hans')).toBe('蒙古');
  expect(countryName('QZ', 'en')).toBe('QZ');
  expect(ownName('fr')).toBe('Français');
  expect(ownName('zh-Hans')).toBe('简体中文');
});

test('a size is rounded up to two digits, in the units of its language', () => {
  expect([1, 999, 36_120, 999_999].map((bytes) => formatBytes(bytes, 'en'))).toEqual(['1 kB', '1 kB', '37 kB', '1 MB']);
  expect(['en', 'fr', 'ru', 'zh-Hans'].map((locale) => formatBytes(1_210_000, locale))).toEqual([
    '1.3 MB',
    '1,3\u202fMo',
    '1,3 МБ',
    '1.3 MB',
  ]);
});

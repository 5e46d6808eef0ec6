import { expect, test } from 'vitest';
import { staysHere, textNamed } from './legacy-target.ts';

test.each(['/', '/en', '/en/offices/port', '/en/releases/port-2010-1/a%20b', '/en/search?q=ferry&page=2'])(
  'readers may be led to %s',
  (address) => expect(staysHere(address)).toBe(true),
);

test.each([
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/en\\..\\..\\elsewhere.example',
  '/en/..//elsewhere.example',
  '/./en',
  '/\t/elsewhere.example',
  '/en\r\nset-cookie: a=1',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  '/caf\u00e9',
  '/en#part',
  '',
])('readers are never led to “%s”', (address) => expect(staysHere(address)).toBe(false));

test.each([
  ['CO-BEIJING/2017/3 en', 'CO-BEIJING', 'en'],
  ['co-beijing/2017/3 zh-hans', 'CO-BEIJING', 'zh-Hans'],
  ['/mn/releases/co-beijing-2017-3', 'CO-BEIJING', 'mn'],
  ['/en/releases/co-beijing-2017-3/any-slug', 'CO-BEIJING', 'en'],
])('“%s” names a text', (target, office, locale) => {
  expect(textNamed(target)).toEqual({ reference: { office, year: 2017, number: 3 }, locale });
});

test.each([
  'CO-BEIJING/2017/3',
  'en CO-BEIJING/2017/3',
  '/en/2017',
  '/r/CO-BEIJING/2017/3',
  'CO-BEIJING/2017/3 e n',
  'gone',
])('“%s” names none', (target) => expect(textNamed(target)).toBeNull());

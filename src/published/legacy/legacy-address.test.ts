import fc from 'fast-check';
import { expect, test } from 'vitest';
import { legacyAddress, readableAddress } from './legacy-address.ts';

const address = (text: string) => {
  const [path = '', query = ''] = text.split('?', 2);
  return legacyAddress(path, new URLSearchParams(query));
};

test.each([
  ['/news.aspx?id=7&lang=en', '/news.aspx?lang=en&id=7'],
  ['/press/', '/press'],
  ['/caf%c3%a9', '/café'],
  ['/a%7Eb(c)', '/a~b%28c%29'],
  ['/a b|c"d', '/a%20b%7Cc%22d'],
  ['/search?q=a%20b', '/search?q=a+b'],
  ['/', ''],
])('%s and %s are one address', (one, other) => {
  expect(address(one)).toBe(address(other));
});

test.each([
  ['/a%2Fb', '/a/b'],
  ['/a%3Fb', '/a?b'],
  ['/News', '/news'],
  ['/a?id=7', '/a'],
])('%s and %s are two', (one, other) => {
  expect(address(one)).not.toBe(address(other));
});

test('bytes of another encoding than UTF-8 are kept as they are', () => {
  expect(address('/d%e9p%EAche')).toBe('/d%E9p%EAche');
});

test('whatever is asked for has one plain form, and that form is its own', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ maxLength: 20 }), (path, query) => {
      const form = legacyAddress(`/${path}`, new URLSearchParams(query));
      expect(form).toMatch(/^\/[\x21-\x7e]*$/);
      const at = form.indexOf('?');
      const again = at === -1 ? [form, ''] : [form.slice(0, at), form.slice(at)];
      expect(legacyAddress(again[0] ?? '', new URLSearchParams(again[1]))).toBe(form);
    }),
  );
});

test('a pattern meets an address as people read it', () => {
  expect(readableAddress('/caf%C3%A9/%e9', new URLSearchParams('b=%D1%8F&a=1'))).toBe('/café/%e9?a=1&b=я');
});

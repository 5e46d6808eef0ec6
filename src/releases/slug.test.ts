import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSlug, slugOf } from './slug.ts';

test('whatever a headline holds, its slug may stand in an address', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (headline) => isSlug(slugOf(headline))));
});

test.each(['..', '.', '', '-', 'a/b', '../../x', 'a?b#c', 'a b', '-a', 'a-', 'a--b', 'a.b', '\u202ea', '%2e%2e'])(
  '%j is no slug',
  (text) => {
    expect(isSlug(text)).toBe(false);
  },
);

test.each(['ferry', 'Ferry-2', '渡轮', 'ё-й', 'العبّارة-1'])('%j is one', (text) => {
  expect(isSlug(text)).toBe(true);
});

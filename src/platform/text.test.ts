import { expect, test } from 'vitest';
import { isBlank, lineOfText } from './text.ts';

test.each(['', ' \t', '\u200b\u200b', '\u202e', '\u00a0\ufeff', '\u00ad\u2060', '\u3164', '\u2800', '\u{e0041}'])(
  'there is nothing to see in %j',
  (text) => {
    expect(isBlank(text)).toBe(true);
  },
);

test.each(['x', '渡轮', '—', '\u202eevil', 'می\u200cخواهم', '👩\u200d🚀', '\u0600'])(
  'there is something in %j',
  (text) => {
    expect(isBlank(text)).toBe(false);
  },
);

test('a line of nothing visible is empty, and says so', () => {
  expect(() => lineOfText('\u200b\u202e', 'headline', 100)).toThrow('headline: it is empty. Write something.');
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { httpDate, readHttpDate } from './http-date.ts';
import { instantOf } from './instant.ts';

test('a date of HTTP is the second of its instant, in any century', () => {
  const time = fc.date({
    min: new Date('1000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T00:00:00Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(time, (date) => {
      const at = instantOf(date.toISOString());
      expect(readHttpDate(httpDate(at))).toBe(`${at.slice(0, 19)}.000Z`);
    }),
  );
});

test.each([
  ...[
    '',
    '2026-11-24',
    'Tue, 24 Nov 2026 12:00:00 +0000',
    'Tuesday, 24-Nov-26 12:00:00 GMT',
    'Wed, 24 Nov 2026 12:00:00 GMT',
  ],
  ...['Tue, 31 Feb 2026 12:00:00 GMT', 'Tue, 24 Nov 2026 25:00:00 GMT', 'Tue, 24 XXX 2026 12:00:00 GMT', '\u0000'],
])('“%s” is none', (text) => {
  expect(readHttpDate(text)).toBeNull();
});

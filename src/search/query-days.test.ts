import fc from 'fast-check';
import { expect, test } from 'vitest';
import { civilDayOf } from '../platform/instant.ts';
import { dayAfter, dayBefore, readSpan, writeFrom, writeTo } from './query-days.ts';

const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => civilDayOf(date.toISOString().slice(0, 10)));

test('the shortest way to write where a span begins or ends is read as that day', () => {
  fc.assert(
    fc.property(day, (one) => {
      expect(readSpan(writeFrom(one))?.first).toBe(one);
      expect(readSpan(writeTo(one))?.last).toBe(one);
    }),
  );
  expect([writeFrom(civilDayOf('2017-01-01')), writeTo(civilDayOf('2016-02-29'))]).toEqual(['2017', '2016-02']);
});

test('a day has one before it and one after it, but at the ends of the calendar', () => {
  fc.assert(
    fc.property(day, (one) => {
      const next = dayAfter(one);
      if (next !== null) expect(dayBefore(next)).toBe(one);
    }),
  );
  expect([dayBefore(civilDayOf('0001-01-01')), dayAfter(civilDayOf('9999-12-31'))]).toEqual([null, null]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { after, dayIn, type Instant, instantOf } from '../../platform/instant.ts';
import { readPastMoment } from './past-moment.ts';

const zones = ['UTC', 'Asia/Shanghai', 'America/St_Johns', 'Africa/Cairo', 'Pacific/Apia', 'Australia/Lord_Howe'];
const anInstant = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => instantOf(date.toISOString()));

test('a day is all the instants that the clocks of its zone give to it, and so are a month and a year', () => {
  fc.assert(
    fc.property(anInstant, fc.constantFrom(...zones), fc.constantFrom(4, 7, 10), (at, zone, length) => {
      const written = (one: Instant) => dayIn(one, zone).slice(0, length);
      const moment = readPastMoment(written(at), zone) ?? { from: at, until: after(at, -1) };
      expect([moment.from <= at, at <= moment.until]).toEqual([true, true]);
      expect([written(moment.from), written(moment.until)]).toEqual([written(at), written(at)]);
      expect(written(after(moment.from, -0.001)) < written(at)).toBe(true);
      expect(written(after(moment.until, 0.001)) > written(at)).toBe(true);
    }),
  );
});

test.each([
  ['2019-03-05', '2019-03-04T16:00:00.000Z', '2019-03-05T15:59:59.999Z'],
  ['2019-3-5', '2019-03-04T16:00:00.000Z', '2019-03-05T15:59:59.999Z'],
  ['2019-02', '2019-01-31T16:00:00.000Z', '2019-02-28T15:59:59.999Z'],
  ['2019', '2018-12-31T16:00:00.000Z', '2019-12-31T15:59:59.999Z'],
  ['2019-03-05T10:00:00+08:00', '2019-03-05T02:00:00.000Z', '2019-03-05T02:00:00.000Z'],
])('%s in Shanghai is from %s until %s', (text, from, until) => {
  expect(readPastMoment(text, 'Asia/Shanghai')).toEqual({ from, until });
});

test.each([
  '',
  'yesterday',
  '2019-02-31',
  '2019-13',
  '0000',
  '9999',
  '19',
  '2019-03-05-06',
  '2019-03-05T99:00:00Z',
  '٢٠١٩',
])('“%s” is no time in the past of anything', (text) => {
  expect(readPastMoment(text, 'UTC')).toBeNull();
});

import { expect, test } from 'vitest';
import { localTime } from '../release/local-time.ts';
import { monthAfter, weeksOf } from './month-days.ts';

test('a month is shown in whole weeks, from Monday or from Sunday', () => {
  const monday = weeksOf('2026-03', 1);
  expect([monday.length, monday[0]?.[0]?.day, monday.at(-1)?.at(-1)?.day]).toEqual([6, '2026-02-23', '2026-04-05']);
  const sunday = weeksOf('2026-02', 7);
  expect([sunday.length, sunday[0]?.[0]?.day, sunday.at(-1)?.at(-1)?.day]).toEqual([4, '2026-02-01', '2026-02-28']);
});

test('months follow each other over the year', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
});

test('an instant is a day and a time on the clock of a zone', () => {
  expect(localTime('2026-03-01T23:30:00Z', 'Asia/Ulaanbaatar')).toEqual({ day: '2026-03-02', time: '07:30' });
  expect(localTime('2026-03-01T23:30:00Z', 'America/New_York')).toEqual({ day: '2026-03-01', time: '18:30' });
});

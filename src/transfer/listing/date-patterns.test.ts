import { expect, test } from 'vitest';
import { leadingDay, readDay, readMonth, trailingDay } from './date-patterns.ts';
import { settleDate } from './printed-date.ts';

const unknown = { slashes: null, year: null } as const;
const dayOf = (text: string, setting: Parameters<typeof settleDate>[1] = unknown) => {
  const printed = readDay(text);
  return printed === null ? 'no date' : settleDate(printed, setting).day;
};

test.each([
  [
    'en',
    '12 January 2017|Thursday, 12 January 2017|January 12th, 2017|Jan. 12, 2017|12th of January 2017|12-Jan-2017|Published: 12 January 2017|12 January 2017, 10:30',
  ],
  ['fr', '12 janvier 2017|jeudi 12 janvier 2017|le 12 janvier 2017|12 janv. 2017'],
  ['es', '12 de enero de 2017|jueves, 12 de enero de 2017|enero 12, 2017|12 ene. 2017'],
  ['de', '12. Januar 2017|Donnerstag, den 12. Januar 2017|12.01.2017|12.1.17|12. Jänner 2017'],
  ['it', '12 gennaio 2017|giovedì 12 gennaio 2017|12 gen 2017'],
  ['pt', '12 de janeiro de 2017|quinta-feira, 12 de janeiro de 2017'],
  ['ru', '12 января 2017|12 января 2017 г.|12 января 2017 года|четверг, 12 января 2017'],
  ['zh', '2017年1月12日|2017 年 01 月 12 日|2017年1月12日 星期四|二〇一七年一月十二日|２０１７年１月１２日'],
  ['ja', '平成29年1月12日|2017年1月12日(木)|2017/1/12'],
  ['ar', '12 يناير 2017|١٢ كانون الثاني ٢٠١٧|12 كانون الثاني/يناير 2017|الخميس، 12 يناير 2017|12 جانفي 2017'],
  ['mn', '2017 оны 1 сарын 12|2017 оны 1-р сарын 12-ны өдөр|2017 оны нэгдүгээр сарын 12|2017.01.12'],
  ['ISO', '2017-01-12|2017-01-12T10:00:00Z'],
])('a day is read as it is written in %s', (_, written) => {
  for (const text of written.split('|')) expect([text, dayOf(text)]).toEqual([text, '2017-01-12']);
});

test('the first of a month is read with its ordinal', () => {
  expect(dayOf('1er août 2017')).toBe('2017-08-01');
  expect(dayOf('1º maggio 2017')).toBe('2017-05-01');
  expect(dayOf('令和元年5月1日')).toBe('2019-05-01');
});

test('a slashed date that can be read in two ways is no day unless the file or its language tells', () => {
  expect(dayOf('03/04/2017')).toBeNull();
  expect(dayOf('03/04/2017', { ...unknown, slashes: 'day-first' })).toBe('2017-04-03');
  expect(dayOf('03/04/2017', { ...unknown, slashes: 'month-first' })).toBe('2017-03-04');
  expect(dayOf('27/07/2017')).toBe('2017-07-27');
  expect(dayOf('07/27/2017')).toBe('2017-07-27');
  expect(dayOf('04/04/2017')).toBe('2017-04-04');
});

test('a day that is not in the calendar is no day', () => {
  for (const text of ['31 February 2017', '29 February 2017', '32 May 2017', '2017-13-01', '31.04.2017'])
    expect([text, dayOf(text)]).toEqual([text, null]);
  expect(dayOf('29 February 2016')).toBe('2016-02-29');
});

test('a day without a year takes that of the heading, else none', () => {
  for (const text of ['12 January', 'January 12', '12 января', '1月12日', '1 сарын 12', '12.01.']) {
    expect([text, dayOf(text), dayOf(text, { ...unknown, year: 2017 })]).toEqual([text, null, '2017-01-12']);
  }
});

test('what only looks like a date is none', () => {
  for (const text of [
    'July 2017',
    '26-27 July 2017',
    'May Day 2017',
    '2016-2020',
    '3/12',
    'Convention 189',
    'On 9 March 2017 the council met',
  ]) {
    expect([text, dayOf(text)]).toEqual([text, 'no date']);
  }
  for (const text of ['July 2017', '2017年7月', '2017 оны 7 сар', 'julio de 2017', 'Июль 2017 г.'])
    expect([text, readMonth(text)?.month]).toEqual([text, 7]);
});

test('a day is found at either end of a line', () => {
  expect(leadingDay('[2017-07-27] Title', { short: false })?.end).toBe(12);
  expect(leadingDay('In 2016 a plan was adopted', { short: false })).toBeNull();
  expect(leadingDay('12 January: Title', { short: false })).toBeNull();
  expect(leadingDay('12 January: Title', { short: true })?.end).toBe(10);
  expect(trailingDay('Title, Jan 12, 2017', { short: false })?.start).toBe(7);
});

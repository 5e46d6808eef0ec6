import { createReadStream, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventsOf, itemsOf, short } from '../../../test/support/read-list.ts';
import { testOnThePage, thePage } from '../../../test/support/the-page.ts';
import { describeItem, type ListingItem, readListing } from './read-listing.ts';

testOnThePage('the real page: 20 releases, in order, with their dates, credits and slips', async () => {
  const items: ListingItem[] = [];
  for await (const event of readListing(() => createReadStream(thePage), { locale: 'en' }))
    if (event.kind === 'item') items.push(event.item);
  const warned = (code: string) =>
    items.filter(({ warnings }) => warnings.some((warning) => warning.code === code)).map(({ position }) => position);

  expect(items).toHaveLength(20);
  expect(items.map(({ date }) => date?.slice(0, 4))).toEqual([...Array(13).fill('2017'), ...Array(7).fill('2016')]);
  expect(items.map(({ position }) => position)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  expect([items[5]?.date, items[6]?.date, items[18]?.date, items[19]?.date]).toEqual([
    '2017-04-27',
    '2017-04-27',
    '2016-09-06',
    '2016-09-06',
  ]);
  expect(warned('no-summary')).toEqual([8]);
  expect(warned('credit-year-after-release')).toEqual([12, 14, 19]);
  expect(warned('hyphen-inside-word')).toEqual([16]);
  expect(warned('unbalanced-quotes')).toEqual([7]);
  expect(warned('mixed-quote-styles')).toEqual([13]);
  for (const code of ['undated', 'truncated', 'same-day-duplicate', 'near-duplicate']) expect(warned(code)).toEqual([]);
  expect(items[11]?.credit).toEqual({
    raw: '© Miguel Schincariol / AFP 2023',
    creator: 'Miguel Schincariol',
    agency: 'AFP',
    year: null,
  });
  expect(items[15]?.warnings[0]?.detail).toContain('manage-ment, move-ments, out-come');
});

test('an item is described in one line of JSON with its keys in a fixed order', async () => {
  const [item] = await itemsOf(
    '1. © Jonna Vale / AFP 2023\nPress release\nFerry agreed\n12 January 2017\nGENEVA (Harbour News) – All met.',
  );
  expect(item && describeItem(item)).toBe(
    '{"headline":"Ferry agreed","summary":"GENEVA (Harbour News) – All met.","date":"2017-01-12","credit":{"raw":"© Jonna Vale / AFP 2023","creator":"Jonna Vale","agency":"AFP","year":null},"kicker":"Press release","place":"GENEVA","locale":"en","warnings":["credit-year-after-release"]}',
  );
});

test('what stands above the list is the introduction, and the furniture of the page is nothing', async () => {
  const events = await eventsOf(
    'News\n\nAll our releases.\n\n\n« Previous | Next »\n\n1. Ferry\n\n12 January 2017\n\nAll met.\n\nRead more\n\nPage 3 of 12\n\n2. Dredging\n\n11 January 2017\n\nShare\n\n1 2 3 … 12 Next\n',
  );
  expect(events[0]).toEqual({ kind: 'introduction', text: 'News\n\nAll our releases.', line: 1 });
  expect(short(events.flatMap((event) => (event.kind === 'item' ? [event.item] : [])))).toEqual([
    ['2017-01-12', 'Ferry', 'All met.'],
    ['2017-01-11', 'Dredging', null],
  ]);
});

test('an item says on which line it starts', async () => {
  expect(
    (await itemsOf('Intro\n\n1. Ferry\n12 January 2017\n\n2. Dredging\n11 January 2017')).map(({ line }) => line),
  ).toEqual([3, 6]);
});

test('a date in a summary is not the date of the item, and an item without one has none', async () => {
  expect(
    short(
      await itemsOf(
        '1. Ferry\n\nOn 9 March 2017, all met.\n\n2. Dredging\n\n11 January 2017\n\n12 May 2016 was a Thursday.\n\n3. Market\n\nJuly 2017',
      ),
    ),
  ).toEqual([
    [null, 'Ferry', 'On 9 March 2017, all met.'],
    ['2017-01-11', 'Dredging', '12 May 2016 was a Thursday.'],
    [null, 'Market', null],
  ]);
});

test('a day and month take the year of the heading above', async () => {
  const text =
    '2017\n\n- 12 January: Ferry agreed\n- 3 January: Dredging begins\n\n2016\n\n- 30 December: Market closes\n';
  expect((await itemsOf(text)).map(({ date }) => date)).toEqual(['2017-01-12', '2017-01-03', '2016-12-30']);
  const russian = '2017 год\n\n• Совет утвердил расписание\n12 января\n\n2016 год\n\n• Рынок закрыт\n30 декабря\n';
  expect((await itemsOf(russian, 'ru')).map(({ date }) => date)).toEqual(['2017-01-12', '2016-12-30']);
});

test('one unambiguous date tells how all slashed dates of the file are meant', async () => {
  const list = (last: string) => `1. Ferry\n03/04/2017\n\n2. Dredging\n05/06/2016\n\n3. Market\n${last}\n`;
  const dates = async (last: string, locale: string) => (await itemsOf(list(last), locale)).map(({ date }) => date);
  expect(await dates('25/12/2015', 'en')).toEqual(['2017-04-03', '2016-06-05', '2015-12-25']);
  expect(await dates('12/25/2015', 'en')).toEqual(['2017-03-04', '2016-05-06', '2015-12-25']);
  expect(await dates('01/02/2015', 'en')).toEqual([null, null, null]);
  expect(await dates('01/02/2015', 'en-US')).toEqual(['2017-03-04', '2016-05-06', '2015-01-02']);
  expect(await dates('01/02/2015', 'en-GB')).toEqual(['2017-04-03', '2016-06-05', '2015-02-01']);
  expect(await dates('01/02/2015', 'fr')).toEqual(['2017-04-03', '2016-06-05', '2015-02-01']);
});

test('an impossible date leaves the item undated and says why', async () => {
  const [item] = await itemsOf('1. Ferry\n\n31 February 2017\n\nAll met.\n\n2. Dredging\n\n1 May 2017');
  expect(item?.date).toBeNull();
  expect(item?.warnings).toEqual([{ code: 'undated', detail: '“31 February 2017” is no day of the calendar.' }]);
});

test('a place is taken from the line of the date or the beginning of the summary', async () => {
  const items = await itemsOf(
    '1. Ferry\n\nGeneva, 12 January 2017\n\nAll met.\n\n2. Dredging\n\n11 January 2017\n\nBRUGES – Work starts.\n\n3. Market\n\nCalder, 9 January 2017 – The market closes.',
  );
  expect(items.map(({ place, date }) => [place, date])).toEqual([
    ['Geneva', '2017-01-12'],
    ['BRUGES', '2017-01-11'],
    ['Calder', '2017-01-09'],
  ]);
});

test('a day above several bulleted titles is the day of each', async () => {
  const text = '12 January 2017\n- Ferry agreed\n- Dredging begins\n\n11 January 2017\n- Market closes\n';
  expect((await itemsOf(text)).map(({ date, headline }) => [date, headline])).toEqual([
    ['2017-01-12', 'Ferry agreed'],
    ['2017-01-12', 'Dredging begins'],
    ['2017-01-11', 'Market closes'],
  ]);
});

test('lines of date and title alone are a list', async () => {
  const meant = [
    ['2017-01-12', 'Ferry agreed', null],
    ['2017-01-11', 'Dredging begins', null],
    ['2017-01-10', 'Market closes', null],
  ];
  expect(
    short(await itemsOf('12.01.2017 – Ferry agreed\n11.01.2017 – Dredging begins\n10.01.2017 – Market closes', 'de')),
  ).toEqual(meant);
  expect(short(await itemsOf('2017-01-12 Ferry agreed\n2017-01-11 Dredging begins\n2017-01-10 Market closes'))).toEqual(
    meant,
  );
  expect(
    short(
      await itemsOf(
        'Ferry agreed (12 January 2017)\nDredging begins (11 January 2017)\nMarket closes (10 January 2017)',
      ),
    ),
  ).toEqual(meant);
  expect(
    short(
      await itemsOf('12 January 2017\tFerry agreed\n11 January 2017\tDredging begins\n10 January 2017\tMarket closes'),
    ),
  ).toEqual(meant);
  expect(
    short(await itemsOf('[2017-01-12] Ferry agreed\n[2017-01-11] Dredging begins\n[2017-01-10] Market closes')),
  ).toEqual(meant);
});

test('where marks open the items, the text at the mark is the headline, whatever stands beside the date', async () => {
  const list = (mark: (number: number) => string, date: string) =>
    [1, 2, 3].map((n) => `${mark(n)}Quay ${n} opens\n\n   ${n} ${date}\n\n   All ships met.\n\n`).join('');
  for (const mark of [(n: number) => `${n}. `, () => '- ']) {
    const items = await itemsOf(list(mark, 'December 2016 from our desk in Calder'));
    expect(short(items)).toEqual(
      [1, 2, 3].map((n) => {
        return [`2016-12-0${n}`, `Quay ${n} opens`, `${n} December 2016 from our desk in Calder\n\nAll ships met.`];
      }),
    );
    expect(items.map(({ warnings }) => warnings.map(({ code }) => code))).toEqual(Array(3).fill(['words-beside-date']));
    const known = await itemsOf(list(mark, 'December 2016 at 10am'));
    expect(short(known)).toEqual([1, 2, 3].map((n) => [`2016-12-0${n}`, `Quay ${n} opens`, 'All ships met.']));
    expect(known.flatMap(({ warnings }) => warnings)).toEqual([]);
  }
});

test('a line within an item that begins as the next one would is warned of', async () => {
  const codes = async (text: string) =>
    (await itemsOf(text)).map(({ warnings }) => warnings.some(({ code }) => code === 'holds-next-item'));
  const jump = '1. Ferry\n12 January 2017\n\n2. Dredging\n11 January 2017\n\n14. Market\n\n10 January 2017\n';
  expect(await codes(jump)).toEqual([false, true]);
  const lost =
    'Ferry agreed\n12 January 2017\nAll met.\n\n\nDredging begins\n11 January 2017\nWork starts.\n3. Market closes\n';
  expect(await codes(lost)).toEqual([false, true]);
  const within =
    'Ferry agreed\n12 January 2017\nThe council wants:\n1. a quay\n2. a bell\n\nDredging\n11 January 2017\nWork.';
  expect(await codes(within)).toEqual([false, false]);
});

test('a date in capitals is no kicker of the headline under it', async () => {
  const text = 'Ferry agreed\n\n12 JAN 2017\n\nDredging begins\n\n11 JAN 2017\n\nMarket closes\n\n10 JAN 2017\n';
  expect(short(await itemsOf(text))).toEqual([
    ['2017-01-12', 'Ferry agreed', null],
    ['2017-01-11', 'Dredging begins', null],
    ['2017-01-10', 'Market closes', null],
  ]);
});

test('a list within a summary is not a list of releases', async () => {
  const text =
    'Ferry agreed\n12 January 2017\nThe council wants:\n- a quay\n- a bell\n\nDredging begins\n11 January 2017\nWork starts.\n\nMarket closes\n10 January 2017\nFor two days.\n';
  expect((await itemsOf(text)).map(({ headline }) => headline)).toEqual([
    'Ferry agreed',
    'Dredging begins',
    'Market closes',
  ]);
});

test.each([
  ['', 'IMPORT_EMPTY'],
  ['\n\n  \n', 'IMPORT_EMPTY'],
  ['A letter without any date. It goes on.\n\nAnd ends.', 'IMPORT_EMPTY'],
  ['<?xml version="1.0"?><rss><channel><item/></channel></rss>', 'IMPORT_XML_NOT_TEXT'],
  ['1. Ferry\n12 January 2017\nA \u0000 summary of some length for the harbour.', 'IMPORT_NUL'],
])('what is no list is refused', async (text, code) => {
  await expect(itemsOf(text)).rejects.toMatchObject({ code });
});

test('a fault at the end of a file is found before its first item is given', async () => {
  const bytes = Buffer.concat([Buffer.from('1. Ferry\n12 January 2017\n\n'.repeat(1_000)), Buffer.from([0xe9, 0x20])]);
  let given = 0;
  const reading = (async () => {
    const open = async function* () {
      yield bytes;
    };
    for await (const _ of readListing(open, { locale: 'en' })) given++;
  })();
  await expect(reading).rejects.toMatchObject({ code: 'IMPORT_ENCODING', detail: { line: 3_001 } });
  expect(given).toBe(0);
});

test('a long list is given while it is read, never held', async () => {
  const count = 4_000;
  let written = 0;
  const open = async function* () {
    written = 0;
    for (let number = 1; number <= count; number++) {
      written = number;
      yield Buffer.from(`${number}. Bulletin ${number} of the harbour\n\n12 January 2017\n\nAll quays are open.\n\n`);
    }
  };
  let given = 0;
  let held = 0;
  for await (const event of readListing(open, { locale: 'en' })) {
    if (event.kind === 'item') given++;
    held = Math.max(held, written - given);
  }
  expect(given).toBe(count);
  // What shows how a list is written is 200 items; the rest is one item and the head of the file.
  expect(held).toBeLessThan(320);
});

test('text that never becomes another item is refused before it fills the memory', async () => {
  let pulled = 0;
  const open = async function* () {
    pulled = 0;
    yield Buffer.from('1. Ferry\n12 January 2017\n\n2. Dredging\n11 January 2017\n\n');
    for (; pulled < 100; pulled++)
      yield Buffer.from('The quay is open to all who come by sea or land.\n'.repeat(1_000));
  };
  const reading = (async () => {
    for await (const _ of readListing(open, { locale: 'en' }));
  })();
  await expect(reading).rejects.toMatchObject({ code: 'IMPORT_ITEM_TOO_LONG' });
  expect(pulled).toBeLessThan(40);
});

test('several pages in one file are one list, without the head that each repeats', async () => {
  const page = (number: number, items: string) => `News of the harbour\nPage ${number} of 2\n\n${items}\nNext »\n`;
  const text =
    page(1, '1. Ferry\n   12 January 2017\n   All met.\n2. Dredging\n   11 January 2017\n') +
    page(2, '1. Market\n   10 January 2017\n');
  expect(short(await itemsOf(`${text}\n© 2023 Port of Calder. All rights reserved.\n`))).toEqual([
    ['2017-01-12', 'Ferry', 'All met.'],
    ['2017-01-11', 'Dredging', null],
    ['2017-01-10', 'Market', null],
  ]);
});

testOnThePage('the real page reads the same without its numbers, its indents or its empty lines', async () => {
  const page = readFileSync(thePage, 'utf8');
  const meant = short(await itemsOf(page));
  const bare = page.replace(/^ +(?:\d+\. )?/gm, '');
  const dashed = page.replace(/^ {2}\d+\. /gm, '- ').replace(/^ {4}/gm, '');
  for (const variant of [bare, dashed, page.replace(/\n\n+/g, '\n'), bare.replace(/\n\n+/g, '\n')]) {
    expect(short(await itemsOf(variant))).toEqual(meant);
  }
});

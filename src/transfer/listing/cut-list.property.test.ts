import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lists } from '../../../test/support/meant-lists.ts';
import { itemsOf } from '../../../test/support/read-list.ts';
import { testOnThePage, thePage } from '../../../test/support/the-page.ts';
import type { ListingItem } from './read-listing.ts';
import { writeList } from './written-list.fixture.ts';

const words = ({ headline, summary, date, credit, kicker }: ListingItem) => {
  return { headline, summary, date, credit: credit?.raw ?? null, kicker };
};

const codesOf = (item: ListingItem | undefined) => item?.warnings.map(({ code }) => code) ?? [];

/** What the cut list still has is what the whole list has, but for its last item, which is warned of. */
function expectBeginning(cut: readonly ListingItem[], whole: readonly ListingItem[], text: string): void {
  const [last, meant] = [cut.at(-1), whole[cut.length - 1]];
  expect(cut.slice(0, -1).map(words), text).toEqual(whole.slice(0, cut.length - 1).map(words));
  if (last === undefined || meant === undefined) return expect(last, text).toBeUndefined();
  if (JSON.stringify(words(last)) === JSON.stringify(words(meant))) return;
  const isShorter =
    meant.headline.startsWith(last.headline) &&
    (last.date ?? meant.date) === meant.date &&
    (last.summary === null || meant.summary?.startsWith(last.summary) === true) &&
    last.credit?.raw === meant.credit?.raw;
  const expected = isShorter ? ['no-summary', 'truncated', 'holds-next-item'] : ['truncated', 'holds-next-item'];
  expect(
    codesOf(last).filter((code) => expected.includes(code)),
    `${JSON.stringify(last)}\n${text}`,
  ).not.toEqual([]);
}

testOnThePage('the real page, cut off after any line, keeps every release above the cut', async () => {
  const marked = readFileSync(thePage, 'utf8');
  const bare = marked.replace(/^ +(?:\d+\. )?/gm, '');
  for (const list of [marked, bare, marked.replace(/\n\n+/g, '\n'), bare.replace(/\n\n+/g, '\n')]) {
    const whole = await itemsOf(list, 'en');
    const lines = list.split('\n');
    const third = whole[2]?.line ?? lines.length;
    for (let end = third; end < lines.length; end++) {
      const text = lines.slice(0, end).join('\n');
      expectBeginning(await itemsOf(text, 'en'), whole, text.slice(-300));
    }
  }
});

const list = (...items: readonly string[]) => items.join('\n\n');

test('a list that is cut off behind a date keeps its headlines with their dates', async () => {
  const items = [
    '12 January 2017\nFerry agreed\nAll met.',
    '11 January 2017\nMarket closes',
    '10 January 2017\nQuay opens',
  ];
  expect(
    (await itemsOf(list('These are our releases.', ...items, '9 January 2017'), 'en'))
      .slice(0, 3)
      .map(({ date, headline }) => [date, headline]),
  ).toEqual([
    ['2017-01-12', 'Ferry agreed'],
    ['2017-01-11', 'Market closes'],
    ['2017-01-10', 'Quay opens'],
  ]);
});

test('a headline whose date was cut off is told at the end of the summary above', async () => {
  const items = ['Ferry agreed', '12 January 2017', 'All met.', 'Market closes', '11 January 2017', 'For two days.'];
  expect((await itemsOf(list(...items), 'en')).map(codesOf)).toEqual([[], []]);
  for (const last of ['Quay opens', '© Jonna Vale / CHN', 'Press release'])
    expect((await itemsOf(list(...items, last), 'en')).map(codesOf), last).toEqual([[], ['holds-next-item']]);
});

test('a kind of text or a credit where a headline should stand is told', async () => {
  for (const last of ['Press release', '© Jonna Vale / CHN']) {
    const [, item] = await itemsOf(`1. Ferry agreed\n12 January 2017\nAll met.\n\n2. ${last}\n11 January 2017\n`, 'en');
    expect([item?.headline, codesOf(item)]).toEqual([last, ['no-summary', 'truncated']]);
  }
});

test('the one summary of a list of headlines is no release', async () => {
  const text = list(
    'Ferry agreed (12 January 2017)',
    'All met.',
    ...[11, 10, 9, 8].map((day) => `Quay ${day} opens (${day} January 2017)`),
  );
  expect((await itemsOf(text, 'en')).map(({ date, summary }) => [date?.slice(-2), summary])).toEqual([
    ['12', 'All met.'],
    ...['11', '10', '09', '08'].map((day) => [day, null]),
  ]);
});

test('a list that is cut off after any line keeps every release above the cut', async () => {
  await fc.assert(
    fc.asyncProperty(lists, fc.double({ min: 0, max: 1, noNaN: true }), async ({ style, tongue, items }, share) => {
      const list = writeList(items, style, tongue);
      const whole = await itemsOf(list, tongue.locale);
      const lines = list.split(style.lineBreak);
      // Fewer than three do not show how a list is written.
      const third = whole[3]?.line ?? lines.length;
      const text = lines.slice(0, third + Math.floor(share * (lines.length - third))).join(style.lineBreak);
      expectBeginning(await itemsOf(text, tongue.locale), whole, text);
    }),
    { numRuns: 400, seed: 20_170_907 },
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lists, listsIn, longTongues } from '../../../test/support/meant-lists.ts';
import { itemsOf } from '../../../test/support/read-list.ts';
import { writeList } from './written-list.fixture.ts';

test.each([
  ['dates alone', lists, 300],
  ['days of the week, hours and ordinals', listsIn(longTongues), 600],
])('a list written in any style and language is read back as it was meant: %s', async (_, written, numRuns) => {
  await fc.assert(
    fc.asyncProperty(written, async ({ style, tongue, items }) => {
      const text = writeList(items, style, tongue);
      const read = await itemsOf(text, tongue.locale);
      expect(
        read.map(({ headline, summary, date, credit, kicker }) => ({
          headline,
          summary,
          date,
          credit: credit?.raw ?? null,
          kicker,
        })),
        text,
      ).toEqual(
        items.map(({ headline, summary, date, credit, kicker }) => ({ headline, summary, date, credit, kicker })),
      );
    }),
    { numRuns, seed: 20_170_907 },
  );
});

test('where the bytes are cut makes no difference', async () => {
  await fc.assert(
    fc.asyncProperty(lists, fc.integer({ min: 1, max: 90 }), async ({ style, tongue, items }, cut) => {
      const text = writeList(items, style, tongue);
      expect(await itemsOf(text, tongue.locale, cut)).toEqual(await itemsOf(text, tongue.locale));
    }),
    { numRuns: 60, seed: 20_170_907 },
  );
});

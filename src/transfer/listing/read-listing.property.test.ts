import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lists, listsIn, longTongues } from '../../../test/support/meant-lists.ts';
import { type ListingItem, readListing } from './read-listing.ts';
import { writeList } from './written-list.fixture.ts';

async function itemsOf(text: string, locale: string, cut: number | null = null): Promise<ListingItem[]> {
  const bytes = new TextEncoder().encode(text);
  const items: ListingItem[] = [];
  const open = async function* () {
    if (cut === null) yield bytes;
    else for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut);
  };
  for await (const event of readListing(open, { locale })) if (event.kind === 'item') items.push(event.item);
  return items;
}

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

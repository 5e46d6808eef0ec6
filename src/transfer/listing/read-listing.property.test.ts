import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longDates } from './long-dates.fixture.ts';
import { type ListingItem, readListing } from './read-listing.ts';
import { tongues } from './tongues.fixture.ts';
import { type MeantItem, marks, type Style, type Tongue, writeList } from './written-list.fixture.ts';

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

const days = fc.record({
  year: fc.integer({ min: 1990, max: 2018 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});

const meantItems = (tongue: Tongue, style: Style): fc.Arbitrary<MeantItem[]> =>
  fc
    .array(
      fc.record({
        headline: fc.constantFrom(...tongue.headlines),
        summary: fc.option(fc.constantFrom(...tongue.summaries)),
        day: days,
        hasDate:
          style.mark === 'none' || style.wrap !== null
            ? fc.constant(true)
            : fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        credit: fc.option(fc.constant(tongue.credit), { freq: 3 }),
        kicker: fc.option(fc.constant(tongue.kicker), { freq: 3 }),
      }),
      { minLength: 3, maxLength: 12 },
    )
    .map((items) =>
      items
        .map(({ day, hasDate, ...item }) => ({
          ...item,
          date: hasDate ? [day.year, day.month, day.day].map((part) => String(part).padStart(2, '0')).join('-') : null,
        }))
        .sort((a, b) => (b.date ?? '9').localeCompare(a.date ?? '9')),
    );

const styles: fc.Arbitrary<Style> = fc.record({
  mark: fc.constantFrom(...(Object.keys(marks) as (keyof typeof marks)[])),
  headings: fc.constantFrom('none', 'year', 'month'),
  date: fc.constantFrom('after', 'before', 'inline-start', 'inline-end'),
  inner: fc.constantFrom(0, 1),
  outer: fc.constantFrom(1, 2),
  wrap: fc.constantFrom(null, 72),
  introduction: fc.boolean(),
  lineBreak: fc.constantFrom('\n', '\r\n', '\r'),
});

const listsIn = (written: readonly Tongue[]) =>
  fc.record({ style: styles.filter(isTellable), tongue: fc.constantFrom(...written) }).chain(({ style, tongue }) => {
    return fc.record({ style: fc.constant(style), tongue: fc.constant(tongue), items: meantItems(tongue, style) });
  });
const lists = listsIn(tongues);
/** The same with days of the week, hours and ordinals. */
const longTongues = tongues.flatMap((tongue) => {
  return (longDates[tongue.locale] ?? []).map((writeDate) => ({ ...tongue, writeDate }));
});

/** Above its date a headline may run on. Below it, or without one, a short list does not show whether a full line goes on. */
function isTellable(style: Style): boolean {
  return style.wrap === null || style.date === 'after';
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

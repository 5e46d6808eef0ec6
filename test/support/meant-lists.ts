import fc from 'fast-check';
import { longDates } from '../../src/transfer/listing/long-dates.fixture.ts';
import { tongues } from '../../src/transfer/listing/tongues.fixture.ts';
import { type MeantItem, marks, type Style, type Tongue } from '../../src/transfer/listing/written-list.fixture.ts';

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

export const listsIn = (written: readonly Tongue[]) =>
  fc.record({ style: styles.filter(isTellable), tongue: fc.constantFrom(...written) }).chain(({ style, tongue }) => {
    return fc.record({ style: fc.constant(style), tongue: fc.constant(tongue), items: meantItems(tongue, style) });
  });
export const lists = listsIn(tongues);
/** The same with days of the week, hours and ordinals. */
export const longTongues = tongues.flatMap((tongue) => {
  return (longDates[tongue.locale] ?? []).map((writeDate) => ({ ...tongue, writeDate }));
});

/** Above its date a headline may run on. Below it, or without one, a short list does not show whether a full line goes on. */
function isTellable(style: Style): boolean {
  return style.wrap === null || style.date === 'after';
}

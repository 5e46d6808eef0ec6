import fc from 'fast-check';
import { expect, test } from 'vitest';
import { partsOf } from './archive-parts.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 40 });

const spansOf = (texts: readonly number[]) =>
  texts.map((own, at) => ({ first: at * 100 + 1, texts: own, newestAt: (at * 37) % 11 }));

test('each text is in one part, the newest first, and no part has one that was published later than it says', () => {
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 60 }), (texts, least) => {
      const spans = spansOf(texts);
      const parts = partsOf(spans, 9_999, least);
      expect(parts[0]?.last).toBe(9_999);
      expect(parts.at(-1)?.first).toBe(1);
      for (const [at, part] of parts.entries()) {
        if (at > 0) expect(part.last).toBe((parts[at - 1]?.first as number) - 1);
        const own = spans.filter(({ first }) => first >= part.first && first <= part.last);
        for (const { newestAt } of own) expect(newestAt).toBeLessThanOrEqual(part.newestAt);
      }
    }),
  );
});

test('a large archive is few parts, and the first is small', () => {
  const spans = spansOf(Array.from({ length: 1_000 }, () => 1_000));
  const parts = partsOf(spans, 100_000, 20_000);
  expect(parts.length).toBeLessThan(9);
  expect(parts[0]?.first).toBe(98_001);
});

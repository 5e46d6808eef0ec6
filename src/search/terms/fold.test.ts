import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, foldWhole, LONGEST_TERM } from './fold.ts';

const written = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));

test('to fold twice is to fold once', () => {
  fc.assert(
    fc.property(written, (word) => {
      expect(fold(fold(word))).toBe(fold(word));
      expect(foldWhole(foldWhole(word))).toBe(foldWhole(word));
    }),
    { numRuns: 2_000 },
  );
});

test('a folded word is short, whole, and has nothing in it that cannot be read', () => {
  fc.assert(
    fc.property(written, (word) => {
      const folded = fold(word);
      expect(folded.length).toBeLessThanOrEqual(LONGEST_TERM);
      expect(folded.isWellFormed()).toBe(true);
      expect(folded).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
    }),
  );
});

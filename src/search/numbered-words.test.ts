import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inOrder } from './in-order.ts';
import { numberCharacters } from './numbered-characters.ts';
import { numberWords } from './numbered-words.ts';

/** Numbers as a map gives them. */
function counted<Key>() {
  const known = new Map<Key, number>();
  return (key: Key): number => {
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key) as number;
  };
}

test('a word has one number wherever it stands, and no other word has it', () => {
  const word = fc.oneof(fc.string({ minLength: 1, unit: 'grapheme' }), fc.constantFrom('quay', 'quays', 'qua', 'ayqu'));
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.string(), (words, before) => {
      const [numbered, expected] = [numberWords(), counted<string>()];
      for (const one of words) {
        const text = `${before}${one}${before}`;
        expect(numbered.numberOf(text, before.length, before.length + one.length)).toBe(expected(one));
      }
    }),
  );
});

test('very many words keep their numbers', () => {
  const numbered = numberWords();
  const words = Array.from({ length: 40_000 }, (_, n) => `${n.toString(36)}ь`);
  for (let round = 0; round < 2; round += 1) {
    words.forEach((word, n) => {
      if (numbered.numberOf(word, 0, word.length) !== n) expect.fail(`${word} has another number`);
      if (numbered.wordOf(n) !== word) expect.fail(`${numbered.wordOf(n)} has the number of ${word}`);
    });
  }
});

test('a character and a pair of characters have one number each', () => {
  const unit = fc.integer({ min: 0x3041, max: 0xd7a3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(fc.constant(0), unit), unit), { maxLength: 3_000 }), (pairs) => {
      const [numbered, expected] = [numberCharacters(), counted<string>()];
      for (const [first, second] of [...pairs, ...pairs])
        expect(numbered.numberOf(first, second)).toBe(expected(`${first} ${second}`));
    }),
    { numRuns: 20 },
  );
});

test('words that come in later are put among those that were in order', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string())), (portions) => {
      const numbered = numberWords();
      const order = inOrder(numbered);
      for (const portion of portions) {
        for (const word of portion) numbered.numberOf(word, 0, word.length);
        const ordered = Array.from(order(), numbered.wordOf);
        expect(ordered).toEqual([...ordered].sort());
        expect(new Set(ordered).size).toBe(numbered.size());
      }
    }),
  );
});

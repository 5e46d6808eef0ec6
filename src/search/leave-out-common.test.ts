import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leaveOutCommon, MOST_POSTINGS } from './leave-out-common.ts';
import { type AskedWord, lookingFor } from './matching.ts';
import type { Wanted } from './query.ts';

const terms = ['tide', 'quay', 'crane', 'pilot', 'buoy', 'spring'];
const place = fc.uniqueArray(fc.constantFrom(...terms), { minLength: 1, maxLength: 3 });
const word = fc
  .tuple(fc.constantFrom<Wanted['kind']>('word', 'phrase', 'prefix'), fc.array(place, { minLength: 1, maxLength: 3 }))
  .map(([kind, places]) => asking(kind, places));
const counts = fc.tuple(...terms.map(() => fc.nat(100)));

function asking(kind: Wanted['kind'], places: readonly (readonly string[])[]): AskedWord {
  return lookingFor(
    { kind, text: places.join(' ') },
    places.map((anyOf, position) => ({ position, anyOf })),
  );
}

test('no more is read than may be, but for the rarest word; what is left out would have been too much', () => {
  fc.assert(
    fc.property(
      ...[fc.array(word, { minLength: 1, maxLength: 4 }), fc.array(word, { maxLength: 3 }), counts, fc.nat(400)],
      (words, unwanted, numbers, most) => {
        const countOf = (term: string) => numbers[terms.indexOf(term)] as number;
        const sumOf = (all: Iterable<string>) => [...new Set(all)].reduce((sum, term) => sum + countOf(term), 0);
        const termsOf = (all: readonly AskedWord[]) => all.flatMap((one) => one.terms);
        const kept = leaveOutCommon({ words, unwanted }, countOf, most);
        const read = termsOf([...kept.words, ...kept.unwanted]);
        const asked = termsOf([...words, ...unwanted]);
        expect(kept.words.length).toBeGreaterThan(0);
        if (sumOf(read) > most) {
          const places = kept.words.flatMap((one) => one.asked);
          expect(places.some(({ anyOf }) => sumOf(read) === sumOf(anyOf))).toBe(true);
        }
        const isWhole = kept.leftOut.words.length + kept.leftOut.without.length === 0;
        expect(isWhole).toBe(read.length === asked.length);
        if (sumOf(asked) <= most) expect(isWhole).toBe(true);
        if (isWhole) expect([kept.words, kept.unwanted]).toEqual([words, unwanted]);
      },
    ),
  );
});

test('of two words the commoner is left out; a lone beginning keeps its most frequent words', () => {
  const countOf = (term: string) => ({ tide: 10, quay: 20, crane: 30 })[term] ?? 0;
  const [crane, tide] = [asking('word', [['crane']]), asking('word', [['tide']])];
  const begun = asking('prefix', [['crane', 'quay', 'tide']]);
  const of = (words: readonly AskedWord[]) => {
    const { words: kept, leftOut } = leaveOutCommon({ words, unwanted: [] }, countOf, 50);
    return [kept.map((one) => one.terms), leftOut.words.map(({ text }) => text)];
  };
  expect(of([crane, tide])).toEqual([[['crane'], ['tide']], []]);
  expect(of([begun, tide])).toEqual([[['tide']], ['crane,quay,tide']]);
  expect(of([begun])).toEqual([[['crane', 'quay']], ['crane,quay,tide']]);
});

test('ten common words and two short beginnings are looked for whole in 125,000 texts', () => {
  const words = Array.from({ length: 10 }, (_, at) => asking('word', [[`common${at}`, `stem${at}`]]));
  const begun = ['ba', 'co'].map((start) => asking('prefix', [Array.from({ length: 50 }, (_, at) => `${start}${at}`)]));
  const countOf = (term: string) => (term.startsWith('common') ? 42_000 : 4_000);
  const { leftOut } = leaveOutCommon({ words: [...words, ...begun], unwanted: [] }, countOf, MOST_POSTINGS);
  expect(leftOut).toEqual({ words: [], without: [] });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begunReferences } from './begun-reference.ts';
import { formatReference, referenceSlug } from './reference.ts';

const offices = ['HQ', 'CO-BEIJING', 'CO-2020', 'CO'];
const reference = fc.record({
  office: fc.constantFrom(...offices),
  year: fc.integer({ min: 1, max: 9999 }),
  number: fc.integer({ min: 1, max: 999_999 }),
});

test('each beginning of a reference as far as its year, in either form and any case, leads to it', () => {
  fc.assert(
    fc.property(reference, fc.nat(), fc.boolean(), (meant, letters, isAddress) => {
      const written = isAddress ? referenceSlug(meant) : formatReference(meant);
      const untilNumber = meant.office.length + '/2026/'.length;
      const text = written.slice(0, 1 + (letters % untilNumber));
      expect(begunReferences(text, offices).some((begun) => fits(begun, meant))).toBe(true);
    }),
  );
});

test('a whole reference leads to its own number alone', () => {
  fc.assert(
    fc.property(reference, fc.boolean(), (meant, isAddress) => {
      const begun = begunReferences(` ${isAddress ? referenceSlug(meant) : formatReference(meant)} `, offices);
      const { office, year, number } = meant;
      expect(begun).toContainEqual({ office, fromYear: year, toYear: year, number });
      expect(begun.filter((one) => one.office === office)).toHaveLength(1);
    }),
  );
});

test('words, other offices and what goes on behind a number lead to no reference', () => {
  for (const text of [
    '',
    ' ',
    'harbour',
    'HQ/2026/1/2',
    'HQ 2026',
    'HQ/20x',
    'HQX',
    'HQ/20261',
    '/',
    'HQ//1',
    'HQ/1234567890',
  ]) {
    expect([text, begunReferences(text, offices)]).toEqual([text, []]);
  }
});

type Begun = ReturnType<typeof begunReferences>[number];

function fits(begun: Begun, { office, year, number }: { office: string; year: number; number: number }): boolean {
  return (
    begun.office === office &&
    begun.fromYear <= year &&
    year <= begun.toYear &&
    (begun.number === null || begun.number === number)
  );
}

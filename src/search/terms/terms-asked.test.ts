import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placedTerms } from '../../../test/support/placed-terms.ts';
import { termsAsked } from './terms-asked.ts';

test('a word asks for its stem in each language', () => {
  expect(termsAsked('employment', ['en', 'fr', 'mn'])).toEqual([{ position: 0, anyOf: ['employ', 'employment'] }]);
});

test('one Chinese character asks for itself, and more for their pairs', () => {
  expect(termsAsked('中', ['zh-Hans'])).toEqual([{ position: 0, anyOf: ['中'] }]);
  expect(termsAsked('中国人 2017年', ['en'])).toEqual([
    { position: 0, anyOf: ['中国'] },
    { position: 1, anyOf: ['国人'] },
    { position: 3, anyOf: ['2017'] },
    { position: 4, anyOf: ['年'] },
  ]);
});

test('a reference asks for itself, and keeps the place of its parts free', () => {
  expect(termsAsked('co-beijing/2017/3 today', ['und'])).toEqual([
    { position: 0, anyOf: ['co-beijing/2017/3'] },
    { position: 4, anyOf: ['today'] },
  ]);
});

test('nothing that can be found asks for nothing', () => {
  expect(termsAsked('… — "*" \u202e', ['en'])).toEqual([]);
});

test('a phrase that was cut out of a text at its gaps is found where it stood', () => {
  const piece = fc.constantFrom(
    'Worker’s',
    'l’emploi',
    '1,200',
    '3.5',
    '国际劳工',
    '年',
    'ILO',
    'CO-BEIJING/2017/3',
    'été',
    'Ёлка',
    '第3章',
  );
  const gap = fc.constantFrom(' ', ', ', ' – ', '\n');
  const text = fc.array(fc.tuple(piece, gap), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(
      text,
      fc.nat(),
      fc.nat(),
      fc.constantFrom('en', 'fr', 'ru', 'zh-Hans'),
      (pieces, from, length, locale) => {
        const start = from % pieces.length;
        const phrase = pieces
          .slice(start, start + 1 + (length % 3))
          .flat()
          .join('');
        const placed = placedTerms(pieces.flat().join(''), locale);
        const asked = termsAsked(phrase, [locale, 'de']);
        const standsAt = (offset: number) =>
          asked.every(({ position, anyOf }) =>
            placed.some((one) => one.position === offset + position && anyOf.includes(one.term)),
          );
        expect(placed.some(({ position }) => position >= 0 && standsAt(position))).toBe(true);
      },
    ),
  );
});

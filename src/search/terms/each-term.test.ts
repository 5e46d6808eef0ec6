import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placedTerms } from '../../../test/support/placed-terms.ts';
import { eachTerm } from './each-term.ts';
import { NOWHERE } from './take-term.ts';

const locales = ['en', 'fr', 'es', 'ar', 'zh-Hans', 'mn', 'ru', 'de', 'und'];

function termsOf(text: string, locale: string): string[] {
  const terms: string[] = [];
  eachTerm(text, locale, (term) => terms.push(term));
  return terms;
}

describe('words', () => {
  test.each([
    ['fr', 'l’emploi', 'emploi'],
    ['fr', "jusqu'à", 'à'],
    ['fr', 'aujourd’hui', 'aujourd hui'],
    ['it', 'nell’acqua', 'acqua'],
    ['en', "the worker's rights", 'the workers rights'],
    ['en', 'O’Brien', 'o brien'],
    ['en', 'decision-making', 'decision making'],
    ['en', 'co\u00adopera\u200btion', 'cooperation'],
    ['fr', 'Employés à GENÈVE', 'employes a geneve'],
    ['fr', 'e\u0301te\u0301', 'été'],
    ['de', 'Straße', 'STRASSE'],
    ['tr', 'İstanbul ılık', 'istanbul ilik'],
    ['pl', 'Łódź', 'lodz'],
    ['da', 'Ærø', 'aero'],
    ['en', 'ﬁne Ａrt', 'fine art'],
    ['ru', 'Ёлка', 'елка'],
    ['ru', 'за́мок', 'замок'],
    ['uk', 'об’єкт', 'обєкт'],
    ['el', 'ΣΊΣΥΦΟΣ', 'σισυφος'],
    ['ar', 'الْعَمَلُ', 'العمل'],
    ['ar', 'أُوروبّا', 'اوروبا'],
    ['ar', 'مكتبـــة', 'مكتبه'],
    ['ar', 'على', 'علي'],
    ['hi', 'हिन्दी भाषा', 'हिन्दी भाषा'],
    ['ja', 'ﾃﾞｰﾀ', 'データ'],
    ['en', '\u202ebidi\u202c', 'bidi'],
  ])('in %s, “%s” is found as “%s” is', (locale, text, same) => {
    expect(termsOf(text, locale)).toEqual(termsOf(same, locale));
  });

  test.each([
    ['mn', 'өнөө', 'оноо'],
    ['mn', 'үг', 'уг'],
    ['ru', 'йод', 'иод'],
    ['uk', 'їх', 'іх'],
  ])('in %s, “%s” is another word than “%s”', (locale, text, other) => {
    expect(termsOf(text, locale)).not.toEqual(termsOf(other, locale));
  });

  test.each([
    ['en', 'The workers were working', 'the work worker'],
    ['ru', 'рабочие работы', 'рабоч работ'],
    ['mn', 'Ажилчид employment', 'ажилч employment'],
    ['ru', 'CO₂ and Wien', 'co2 and wien'],
  ])('in %s, “%s” is cut into its stems', (locale, text, stems) => {
    const found = termsOf(text, locale);
    for (const stem of found) expect(stems.split(' ')).toContain(stem.replace('were', 'the'));
  });

  test('what somebody wrote is told beside the term', () => {
    const written: (string | null)[] = [];
    eachTerm('Les employés, 3 fois: 中国', 'fr', (_, __, word) => written.push(word));
    expect(written).toEqual(['les', 'employes', null, 'fois', null, null, null]);
  });
});

describe('numbers and references', () => {
  test.each([
    ['1,200 and 1.200', ['1200', 'and', '1200']],
    ['3.5 or 3,5', ['3.5', 'or', '3.5']],
    ['1,234,567.89', ['1234567.89']],
    ['1.234.567,89', ['1234567.89']],
    ['0.125', ['0.125']],
    ['10.10.2017', ['10', '10', '2017']],
    ['2015,2016,2017', ['2015', '2016', '2017']],
    ['2017-03-02', ['2017', '03', '02']],
    ['at 12:30.', ['at', '12', '30']],
    ['1 200', ['1', '200']],
    ['٢٠١٧ २०१७ １７', ['2017', '2017', '17']],
    ['C190 and 5th', ['c190', 'and', '5th']],
    ['3.5m', ['3', '5m']],
    ['1,000,', ['1000']],
    ['end 7.', ['end', '7']],
  ])('%s', (text, terms) => {
    expect(termsOf(text, 'und')).toEqual(terms);
  });

  test('a reference stands whole where its first part stands, and its parts are found too', () => {
    const terms: [string, number][] = [];
    const used = eachTerm('see CO-Beijing/2017/3.', 'und', (term, position) => terms.push([term, position]));
    expect(terms).toEqual([
      ['see', 0],
      ['co-beijing/2017/3', 1],
      ['co', 1],
      ['beijing', 2],
      ['2017', 3],
      ['3', 4],
    ]);
    expect(used).toBe(5);
  });

  test('what only looks like a reference is its parts', () => {
    expect(termsOf('a/2017/0 b/17/3 c/2017/3x', 'und').filter((term) => term.includes('/'))).toEqual([]);
  });
});

describe('scripts without spaces', () => {
  test('scripts are cut apart, and a Latin word among Chinese ones is found', () => {
    expect(termsOf('中国ILO在', 'zh-Hans').filter((term) => term.length > 1)).toEqual(['中国', 'ilo']);
  });

  test('single characters have a place at the ends of their run alone', () => {
    const singles: [string, number][] = [];
    eachTerm('第3章国际劳', 'zh-Hans', (term, position) => {
      if (/^\p{sc=Han}$/u.test(term)) singles.push([term, position]);
    });
    expect(singles).toEqual([
      ['第', 0],
      ['章', 2],
      ['国', NOWHERE],
      ['际', NOWHERE],
      ['劳', 5],
    ]);
  });

  const characters = fc.constantFrom(...'国际劳工组织のとデータ각가ประเทศไทยน้ำ𠀀', 'ﾃﾞ', 'か\u3099', '각');
  const run = fc.array(characters, { minLength: 1, maxLength: 30 }).map((all) => all.join(''));

  test('whatever stands in a run of characters is found as pairs that follow each other', () => {
    fc.assert(
      fc.property(run, fc.nat(), fc.nat(), (text, from, length) => {
        const whole = pairsOf(text.normalize('NFKC'));
        const written = [...text.normalize('NFKC')];
        const start = from % written.length;
        const part = written.slice(start, start + 2 + (length % 6)).join('');
        const wanted = pairsOf(part);
        fc.pre(wanted.length > 0 && new Set([...part].map(scriptOf)).size === 1);
        const at = whole.findIndex((_, place) => wanted.every((pair, i) => whole[place + i]?.term === pair.term));
        expect(at).not.toBe(-1);
        const [first] = whole.slice(at);
        expect(whole.slice(at, at + wanted.length).map(({ position }) => position - (first?.position ?? 0))).toEqual(
          wanted.map((_, place) => place),
        );
      }),
    );
  });

  test('a run is cut alike however its characters are put together', () => {
    fc.assert(
      fc.property(run, (text) => {
        expect(termsOf(text.normalize('NFD'), 'ja')).toEqual(termsOf(text.normalize('NFC'), 'ja'));
      }),
    );
  });

  function pairsOf(text: string) {
    return placedTerms(text, 'ja').filter(({ term }) => [...term].length === 2);
  }

  function scriptOf(character: string): string {
    return /[\u0e00-\u0e7f]/.test(character) ? 'Thai' : 'others';
  }
});

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc
      .array(fc.constantFrom(..."abÉ\u0301٣.,'’-/12 中が\u200b\u0640\u202eйё\ud800ß"), { maxLength: 40 })
      .map((all) => all.join('')),
  );
  const locale = fc.constantFrom(...locales);

  test('has terms without spaces, controls and capitals, of at most 64 characters', () => {
    fc.assert(
      fc.property(text, locale, (any, one) => {
        for (const term of termsOf(any, one)) {
          expect(term).toMatch(/^[^\s\p{Cc}\p{Cs}\p{Z}]{1,64}$/u);
          expect(term).toBe(term.toLowerCase());
        }
      }),
    );
  });

  test('has its terms in order, in places that are in the text', () => {
    fc.assert(
      fc.property(text, locale, (any, one) => {
        const last = new Map<string, number>();
        const used = eachTerm(any, one, (term, position, _, start, end) => {
          expect(0 <= start && start < end && end <= any.length).toBe(true);
          if (position === NOWHERE) return;
          expect(position).toBeGreaterThan(last.get(term) ?? -1);
          last.set(term, position);
        });
        expect(Math.max(-1, ...last.values())).toBeLessThanOrEqual(used - 1);
      }),
    );
  });

  test('has the same places for its terms in every language', () => {
    fc.assert(
      fc.property(text, (any) => {
        const placesIn = (one: string) =>
          placedTerms(any, one).map(({ position, start, end }) => [position, start, end]);
        for (const one of locales) expect(placesIn(one)).toEqual(placesIn('und'));
      }),
    );
  });

  test('has the same terms in capitals and in small letters', () => {
    const word = fc.array(fc.constantFrom(...'abcéüñçøşабвйжαβγ'), { minLength: 1, maxLength: 70 });
    fc.assert(
      fc.property(word, locale, (letters, one) => {
        const small = letters.join('');
        expect(termsOf(small.toUpperCase(), one)).toEqual(termsOf(small, one));
      }),
    );
  });

  test('of a Latin script has the same terms without its accents', () => {
    const word = fc.array(fc.constantFrom(...'abceéèêüñçšžåāőễ'), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(word, locale, (letters, one) => {
        const accented = letters.join('');
        const bare = accented.normalize('NFD').replace(/\p{M}/gu, '');
        expect(termsOf(bare, one)).toEqual(termsOf(accented, one));
        expect(termsOf(accented.normalize('NFD'), one)).toEqual(termsOf(accented, one));
      }),
    );
  });
});

test.each([
  ['one letter', 'a'],
  ['capitals with accents', 'É'],
  ['marks', '\u0301\u0323'],
  ['a letter with marks', 'e\u0301\u0323\u0301'],
  ['lone surrogates', '\udc00\ud800'],
  ['bidi controls', '\u202e\u2066a'],
  ['zero-width characters', '\u200b'],
  ['hyphens', 'a-'],
  ['slashes', 'a/2017/'],
  ['apostrophes', "l'"],
  ['digits', '7'],
  ['commas between digits', '1,'],
  ['thousands', '1,000,'],
  ['Chinese', '中'],
  ['half-width kana', 'ﾃﾞ'],
  ['hangul in parts', '\u1112\u1161\u11ab'],
  ['Arabic with harakat', 'مَّ'],
  ['ligatures that fold to a sentence', 'ﷺ'],
])('a megabyte of %s is cut without ado', (_, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  expect(eachTerm(text, 'ar', () => {})).toBeLessThanOrEqual(text.length);
});

import type { Locale } from '../platform/locales.ts';
import { countWords } from './count-words.ts';
import { numberCharacters } from './numbered-characters.ts';
import { type NumberedWords, numberWords } from './numbered-words.ts';
import type { WordRow } from './search-index.ts';
import type { Cuts } from './terms/cuts.ts';
import { learnIn } from './terms/vocabulary.ts';

/** The terms of many texts with a number each: most are told apart without a string being made of them. */
export interface NumberedTerms {
  /** From now on the words of another text are counted. */
  beginText(): void;
  /** Hands over the number of each term of a text in that language, at its position. */
  cutsOf(locale: Locale): Cuts;
  readonly terms: NumberedWords;
  /** The words as they are written; a word of several languages has as many terms. */
  words(): Iterable<WordRow>;
  /** Words are counted anew; terms keep their numbers. */
  clear(): void;
}

export function numberTerms(take: (term: number, position: number) => void): NumberedTerms {
  const terms = numberWords();
  const words = countWords();
  const byLocale = new Map<Locale, Cuts>();

  const numberOf = (term: string): number => terms.numberOf(term, 0, term.length);
  const characters = numberCharacters();
  /** By the number of the characters. */
  const termOfCharacters: number[] = [];

  const cutsIn = (locale: Locale): Cuts => {
    const learn = learnIn(locale);
    const written = numberWords();
    /** By the number of the written word: its place in `words`; -1 where nothing readable is in it. */
    const places: number[] = [];
    const placeOf = (text: string, start: number, end: number, kind: number): number => {
      const known = learn(text.slice(start, end), kind);
      return known === null ? -1 : words.placeOf(known.word, numberOf(known.term));
    };
    return {
      word(text, start, end, kind, position) {
        const number = written.numberOf(text, start, end);
        if (number === places.length) places.push(placeOf(text, start, end, kind));
        const place = places[number] as number;
        if (place < 0) return false;
        take(words.count(place), position);
        return true;
      },
      characters(text, start, end, position) {
        const second = text.charCodeAt(end - 1);
        const number = characters.numberOf(end - start === 1 ? 0 : text.charCodeAt(start), second);
        if (number === termOfCharacters.length) termOfCharacters.push(terms.numberOf(text, start, end));
        take(termOfCharacters[number] as number, position);
      },
      term: (term, _start, _end, position) => take(numberOf(term), position),
    };
  };

  return {
    terms,
    beginText: words.beginText,
    cutsOf(locale) {
      const known = byLocale.get(locale);
      if (known !== undefined) return known;
      const cuts = cutsIn(locale);
      byLocale.set(locale, cuts);
      return cuts;
    },
    *words() {
      for (const { word, term, texts } of words.counted()) yield { word, term: terms.wordOf(term), texts };
    },
    clear: words.clear,
  };
}

import type { Locale } from '../platform/locales.ts';
import { type NumberedCharacters, numberCharacters } from './numbered-characters.ts';
import { type NumberedWords, numberWords } from './numbered-words.ts';
import type { WordRow } from './search-index.ts';
import type { Cuts } from './terms/cuts.ts';
import { vocabularyOf } from './terms/vocabulary.ts';

/** The terms of many texts with a number each: most are told apart without a string being made of them. */
export interface NumberedTerms {
  /** From now on the words of another text are counted. */
  beginText(): void;
  /** Hands over the number of each term of a text in that language, at its position. */
  cutsOf(locale: Locale): Cuts;
  /** By their number. */
  readonly terms: readonly string[];
  /** The words as they are written; a word of several languages has as many terms. */
  words(): readonly WordRow[];
}

export function numberTerms(take: (term: number, position: number) => void): NumberedTerms {
  const terms: string[] = [];
  const numbers = new Map<string, number>();
  const words = countWords();
  const byLocale = new Map<Locale, Cuts>();

  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, terms.length);
    return terms.push(term) - 1;
  };
  const characters: NumberedCharacters = numberCharacters();
  /** By the number of the characters. */
  const termOfCharacters: number[] = [];

  const cutsIn = (locale: Locale): Cuts => {
    const vocabulary = vocabularyOf(locale);
    const written: NumberedWords = numberWords();
    /** By the number of the written word: its place in `words`; -1 where nothing readable is in it. */
    const places: number[] = [];
    const learn = (text: string, start: number, end: number, kind: number): number => {
      const known = vocabulary.know(text.slice(start, end), kind);
      return known === null ? -1 : words.placeOf(known.word, known.term, numberOf(known.term));
    };
    return {
      word(text, start, end, kind, position) {
        const number = written.numberOf(text, start, end);
        if (number === places.length) places.push(learn(text, start, end, kind));
        const place = places[number] as number;
        if (place < 0) return false;
        take(words.count(place), position);
        return true;
      },
      characters(text, start, end, position) {
        const second = text.charCodeAt(end - 1);
        const number = characters.numberOf(end - start === 1 ? 0 : text.charCodeAt(start), second);
        if (number === termOfCharacters.length) termOfCharacters.push(numberOf(text.slice(start, end)));
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
    words: () => words.rows(terms),
  };
}

/** In how many texts each word stands, and its term: one place for a word and a term in all languages. */
function countWords() {
  const places = new Map<string, number>();
  const words: string[] = [];
  const termOf: number[] = [];
  const textsWith: number[] = [];
  const lastText: number[] = [];
  let text = 0;
  return {
    beginText() {
      text += 1;
    },
    placeOf(word: string, term: string, number: number): number {
      const key = `${word} ${term}`;
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, words.length);
      termOf.push(number);
      textsWith.push(0);
      lastText.push(0);
      return words.push(word) - 1;
    },
    /** @returns the number of its term. */
    count(place: number): number {
      if (lastText[place] !== text) {
        lastText[place] = text;
        textsWith[place] = (textsWith[place] as number) + 1;
      }
      return termOf[place] as number;
    },
    rows: (terms: readonly string[]): WordRow[] =>
      words.map((word, place) => ({
        word,
        term: terms[termOf[place] as number] as string,
        texts: textsWith[place] as number,
      })),
  };
}

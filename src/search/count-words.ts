import { doubled } from './doubled.ts';
import { inOrder } from './in-order.ts';
import { numberWords } from './numbered-words.ts';

/** Counts in how many texts each word stands. A word has a place for each of its terms: in two languages it may have two. */
export interface CountedWords {
  beginText(): void;
  /** @param term its number. */
  placeOf(word: string, term: number): number;
  /** @returns the number of the word’s term. */
  count(place: number): number;
  /** Those that stand in any text, in nearly the order of the table. */
  counted(): Iterable<{ readonly word: string; readonly term: number; readonly texts: number }>;
  /** As if no text had begun; words keep their places. */
  clear(): void;
}

export function countWords(): CountedWords {
  const words = numberWords();
  const order = inOrder(words);
  const of = {
    /** Plus 1, so that 0 is none: of each word its place under the first of its terms, and of each place the one under the next. */
    ...{ first: new Uint32Array(4_096), next: new Uint32Array(4_096) },
    ...{ term: new Uint32Array(4_096), texts: new Uint32Array(4_096), lastText: new Uint32Array(4_096) },
  };
  let size = 0;
  let text = 0;

  const put = (term: number): number => {
    if (size === of.term.length)
      for (const name of ['first', 'next', 'term', 'texts', 'lastText'] as const) of[name] = doubled(of[name]);
    of.term[size] = term;
    size += 1;
    return size;
  };

  return {
    beginText() {
      text += 1;
    },
    placeOf(word, term) {
      const number = words.numberOf(word, 0, word.length);
      // A word that was not there has the highest number; there are as many places as words, or more.
      let place = of.first[number] ?? 0;
      if (place === 0) {
        place = put(term);
        of.first[number] = place;
        return place - 1;
      }
      while (of.term[place - 1] !== term) {
        const next = of.next[place - 1] as number;
        if (next === 0) {
          const fresh = put(term);
          of.next[place - 1] = fresh;
          return fresh - 1;
        }
        place = next;
      }
      return place - 1;
    },
    count(place) {
      if (of.lastText[place] !== text) {
        of.lastText[place] = text;
        (of.texts[place] as number) += 1;
      }
      return of.term[place] as number;
    },
    *counted() {
      for (const number of order()) {
        for (let place = of.first[number] as number; place !== 0; place = of.next[place - 1] as number) {
          const texts = of.texts[place - 1] as number;
          if (texts > 0) yield { word: words.wordOf(number), term: of.term[place - 1] as number, texts };
        }
      }
    },
    clear() {
      of.texts.fill(0);
    },
  };
}

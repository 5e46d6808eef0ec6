import { inOrder } from './in-order.ts';
import type { WordRow } from './search-index.ts';

/** Counts in how many texts each word stands. A word has a place for each of its terms: in two languages it may have two. */
export interface CountedWords {
  beginText(): void;
  /** @param term its number. */
  placeOf(word: string, term: number): number;
  /** @returns the number of the word’s term. */
  count(place: number): number;
  /** Those that stand in any text, in nearly the order of the table. @param terms by their number. */
  rows(terms: readonly string[]): readonly WordRow[];
  /** As if no text had begun; words keep their places. */
  clear(): void;
}

const NONE = -1;

export function countWords(): CountedWords {
  /** The place of a word under the first of its terms, and of each place the one under the next. */
  const firstPlaces = new Map<string, number>();
  const nextPlace: number[] = [];
  const words: string[] = [];
  const order = inOrder(words);
  const termOf: number[] = [];
  const textsWith: number[] = [];
  const lastText: number[] = [];
  let text = 0;

  const put = (word: string, term: number): number => {
    nextPlace.push(NONE);
    termOf.push(term);
    textsWith.push(0);
    lastText.push(0);
    return words.push(word) - 1;
  };

  return {
    beginText() {
      text += 1;
    },
    placeOf(word, term) {
      let place = firstPlaces.get(word);
      if (place === undefined) {
        place = put(word, term);
        firstPlaces.set(word, place);
        return place;
      }
      while (termOf[place] !== term) {
        const next = nextPlace[place] as number;
        if (next === NONE) return (nextPlace[place] = put(word, term));
        place = next;
      }
      return place;
    },
    count(place) {
      if (lastText[place] !== text) {
        lastText[place] = text;
        textsWith[place] = (textsWith[place] as number) + 1;
      }
      return termOf[place] as number;
    },
    rows(terms) {
      const rows: WordRow[] = [];
      for (const place of order()) {
        const texts = textsWith[place] as number;
        const term = terms[termOf[place] as number] as string;
        if (texts > 0) rows.push({ word: words[place] as string, term, texts });
      }
      return rows;
    },
    clear: () => textsWith.fill(0),
  };
}

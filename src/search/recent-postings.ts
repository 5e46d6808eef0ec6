import { eachTermOf, type IndexedText, weightAt } from './fields.ts';
import { type Located, nowhere } from './located.ts';

/** The words of texts that no span holds yet, in memory. */
export interface RecentPostings {
  /** Texts are added in ascending order of `id`. @returns the length of the text, in positions. */
  add(id: number, text: IndexedText): number;
  hitsOf(term: string): Located;
  /** Terms of the words that begin so, those of the most texts first; so many words. */
  termsBeginning(word: string, limit: number): readonly string[];
  wordsBeginning(word: string, limit: number): readonly string[];
  countWord(word: string): number;
}

interface Postings {
  readonly ids: number[];
  readonly weights: number[];
  readonly places: number[][];
}

interface NotedWord {
  readonly word: string;
  readonly terms: Set<string>;
  /** How many texts it stands in, and the last of them. */
  texts: number;
  last: number;
}

const FIRST_UNITS = 2;

export function recentPostings(): RecentPostings {
  const byTerm = new Map<string, Postings>();
  const byWord = new Map<string, NotedWord>();
  /** The same by the first units of the word: a beginning has at least as many. */
  const byFirstUnits = new Map<string, NotedWord[]>();

  const put = (id: number, term: string, position: number) => {
    let own = byTerm.get(term);
    if (own === undefined) byTerm.set(term, (own = { ids: [], weights: [], places: [] }));
    if (own.ids.at(-1) !== id) {
      own.ids.push(id);
      own.weights.push(0);
      own.places.push([]);
    }
    const at = own.ids.length - 1;
    own.weights[at] = Math.min(255, (own.weights[at] as number) + weightAt(position));
    own.places[at]?.push(position);
  };
  const note = (id: number, word: string, term: string) => {
    let own = byWord.get(word);
    if (own === undefined) {
      byWord.set(word, (own = { word, terms: new Set(), texts: 0, last: 0 }));
      const first = word.slice(0, FIRST_UNITS);
      const beside = byFirstUnits.get(first);
      if (beside === undefined) byFirstUnits.set(first, [own]);
      else beside.push(own);
    }
    own.terms.add(term);
    if (own.last !== id) own.texts += 1;
    own.last = id;
  };
  const beginning = (word: string, limit: number) => {
    const near = word.length < FIRST_UNITS ? byWord.values() : (byFirstUnits.get(word.slice(0, FIRST_UNITS)) ?? []);
    const found = [...near].filter((one) => one.word.startsWith(word));
    found.sort((one, other) => other.texts - one.texts || (one.word < other.word ? -1 : 1));
    return found.slice(0, limit);
  };

  return {
    add: (id, text) =>
      eachTermOf(text, (term, position, word) => {
        put(id, term, position);
        if (word !== null) note(id, word, term);
      }),

    hitsOf(term) {
      const own = byTerm.get(term);
      if (own === undefined) return nowhere;
      const { ids, weights, places } = own;
      // What has no place comes in between.
      const placesOf = (at: number) => {
        const all = Uint32Array.from(places[at] ?? []).sort();
        return { all, from: 0, to: all.length };
      };
      return { ids: Uint32Array.from(ids), weights: Uint16Array.from(weights), placesOf };
    },

    termsBeginning: (word, limit) => beginning(word, limit).flatMap(({ terms }) => [...terms]),
    wordsBeginning: (word, limit) => beginning(word, limit).map((one) => one.word),
    countWord: (word) => byWord.get(word)?.texts ?? 0,
  };
}

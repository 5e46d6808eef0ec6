import { eachTermOf, type IndexedText, weightAt } from './fields.ts';
import { type Located, nowhere } from './located.ts';
import { HEAVIEST } from './posting-block.ts';

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

interface NotedWord {
  readonly word: string;
  /** As many as it has in the languages it stands in. */
  readonly terms: string[];
  /** How many texts it stands in, and the last of them. */
  texts: number;
  last: number;
}

const FIRST_UNITS = 2;

export function recentPostings(): RecentPostings {
  /** Where each term stands: an edition and a position, again and again, in the order they came in. */
  const byTerm = new Map<string, number[]>();
  const byWord = new Map<string, NotedWord>();
  /** The same by the first units of the word: a beginning has at least as many. */
  const byFirstUnits = new Map<string, NotedWord[]>();

  const put = (id: number, term: string, position: number) => {
    const own = byTerm.get(term);
    if (own === undefined) byTerm.set(term, [id, position]);
    else own.push(id, position);
  };
  const note = (id: number, word: string, term: string) => {
    let own = byWord.get(word);
    if (own === undefined) {
      byWord.set(word, (own = { word, terms: [term], texts: 0, last: 0 }));
      const first = word.slice(0, FIRST_UNITS);
      const beside = byFirstUnits.get(first);
      if (beside === undefined) byFirstUnits.set(first, [own]);
      else beside.push(own);
    }
    if (!own.terms.includes(term)) own.terms.push(term);
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
      return own === undefined ? nowhere : hitsIn(own);
    },

    termsBeginning: (word, limit) => beginning(word, limit).flatMap(({ terms }) => [...terms]),
    wordsBeginning: (word, limit) => beginning(word, limit).map((one) => one.word),
    countWord: (word) => byWord.get(word)?.texts ?? 0,
  };
}

/** @param own as it is kept of a term. */
function hitsIn(own: readonly number[]): Located {
  const all = new Uint32Array(own.length / 2);
  const [ids, weights] = [new Uint32Array(all.length), new Uint16Array(all.length)];
  const begins = new Uint32Array(all.length + 1);
  let count = 0;
  for (let at = 0; at < all.length; at += 1) {
    const [id, position] = [own[2 * at] as number, own[2 * at + 1] as number];
    if (count === 0 || ids[count - 1] !== id) {
      begins[count] = at;
      ids[count++] = id;
    }
    all[at] = position;
    weights[count - 1] = Math.min(HEAVIEST, (weights[count - 1] as number) + weightAt(position));
  }
  begins[count] = all.length;
  return {
    ids: ids.subarray(0, count),
    weights: weights.subarray(0, count),
    placesOf(at) {
      const [from, to] = [begins[at] as number, begins[at + 1] as number];
      // What has no place comes in between.
      all.subarray(from, to).sort();
      return { all, from, to };
    },
  };
}

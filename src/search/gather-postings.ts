import type { Locale } from '../platform/locales.ts';
import { Bytes } from './bytes.ts';
import { eachTermOf, type IndexedText, weightAt } from './fields.ts';
import { HEAVIEST, LARGEST_BLOCK, type PostingBlock, putVarint } from './posting-block.ts';

export interface GatheredPostings {
  /** Texts are added in ascending order of `id`. @returns the length of the text, in positions. */
  add(id: number, text: IndexedText): number;
  /** How much has come together, in occurrences of terms. */
  readonly occurrences: number;
  /** Term by term, each term’s blocks ascending. */
  blocks(): Iterable<PostingBlock & { readonly term: string }>;
  /** The words as they are written; a word of several languages has as many terms. */
  words(): readonly { readonly word: string; readonly term: string; readonly texts: number }[];
}

/**
 * Turns texts inside out: from each text’s terms to each term’s texts. Occurrences are first written down as they come,
 * twelve bytes each, and sorted by term in the end.
 */
export function gatherPostings(): GatheredPostings {
  const numbers = new Map<string, number>();
  /** By language: a word has one term in each, so that it is looked up once for both. */
  const words = new Map<Locale, Map<string, Seen>>();
  const log = { terms: new Uint32Array(65_536), texts: new Uint32Array(65_536), positions: new Uint32Array(65_536) };
  const ids: number[] = [];
  let length = 0;

  const write = (term: number, position: number) => {
    if (length === log.terms.length) for (const part of parts) log[part] = doubled(log[part]);
    log.terms[length] = term;
    log.texts[length] = ids.length - 1;
    log.positions[length] = position;
    length += 1;
  };
  const numberOf = (term: string): number => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    const fresh = numbers.size;
    numbers.set(term, fresh);
    return fresh;
  };
  const seen = (known: Map<string, Seen>, word: string, term: string): Seen => {
    const own = known.get(word);
    if (own !== undefined) return own;
    const fresh = { term: numberOf(term), texts: 0, last: 0 };
    known.set(word, fresh);
    return fresh;
  };

  return {
    add(id, text) {
      const count = ids.push(id);
      const known = words.get(text.locale) ?? new Map<string, Seen>();
      words.set(text.locale, known);
      return eachTermOf(text, (term, position, word) => {
        if (word === null) return write(numberOf(term), position);
        const own = seen(known, word, term);
        if (own.last !== count) own.texts += 1;
        own.last = count;
        write(own.term, position);
      });
    },
    get occurrences() {
      return length;
    },
    *blocks() {
      const { order, begins } = byTerm(log.terms, length, numbers.size);
      // Nearly the order of the table, which puts what it is given into its own.
      for (const term of [...numbers.keys()].sort()) {
        const number = numbers.get(term) as number;
        const own = order.subarray(begins[number], begins[number + 1]);
        for (const block of blocksOf(own, log, ids)) yield { term, ...block };
      }
    },
    words() {
      const terms = [...numbers.keys()];
      const merged = new Map<string, { word: string; term: string; texts: number }>();
      for (const known of words.values()) {
        for (const [word, { term: number, texts }] of known) {
          const term = terms[number] as string;
          const same = merged.get(`${word} ${term}`);
          if (same === undefined) merged.set(`${word} ${term}`, { word, term, texts });
          else same.texts += texts;
        }
      }
      return [...merged.values()];
    },
  };
}

interface Seen {
  readonly term: number;
  texts: number;
  last: number;
}

const parts = ['terms', 'texts', 'positions'] as const;

type Log = Readonly<Record<(typeof parts)[number], Uint32Array>>;

function doubled(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** A counting sort: the occurrences of each term keep the order they came in. */
function byTerm(terms: Uint32Array, length: number, size: number): { order: Uint32Array; begins: Uint32Array } {
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < length; at += 1)
    begins[(terms[at] as number) + 1] = (begins[(terms[at] as number) + 1] ?? 0) + 1;
  for (let term = 0; term < size; term += 1) begins[term + 1] = (begins[term + 1] ?? 0) + (begins[term] ?? 0);
  const next = begins.slice();
  const order = new Uint32Array(length);
  for (let at = 0; at < length; at += 1) {
    const term = terms[at] as number;
    const place = next[term] as number;
    order[place] = at;
    next[term] = place + 1;
  }
  return { order, begins };
}

const [distances, weights, positions] = [new Bytes(), new Bytes(), new Bytes()];

function* blocksOf(occurrences: Uint32Array, log: Log, ids: readonly number[]): Generator<PostingBlock> {
  let first = 0;
  let last = 0;
  let texts = 0;
  const packed = (): PostingBlock => {
    const all = new Uint8Array(distances.length + weights.length + positions.length);
    all.set(distances.view());
    all.set(weights.view(), distances.length);
    all.set(positions.view(), distances.length + weights.length);
    for (const section of [distances, weights, positions]) section.clear();
    return { first, texts, data: all };
  };

  let at = 0;
  while (at < occurrences.length) {
    const text = log.texts[occurrences[at] as number] as number;
    if (texts > 0 && distances.length + weights.length + positions.length > LARGEST_BLOCK) {
      yield packed();
      texts = 0;
    }
    const id = ids[text] as number;
    if (texts === 0) first = id;
    else putVarint(distances, id - last);
    last = id;
    texts += 1;
    const from = at;
    while (at < occurrences.length && log.texts[occurrences[at] as number] === text) at += 1;
    putText(occurrences.subarray(from, at), log);
  }
  if (texts > 0) yield packed();
}

function putText(occurrences: Uint32Array, log: Log): void {
  const own = occurrences.map((occurrence) => log.positions[occurrence] as number);
  // What has no place comes in between.
  own.sort();
  let weight = 0;
  let before = -1;
  for (const position of own) {
    weight += weightAt(position);
    if (position === before) continue;
    putVarint(positions, before < 0 ? position * 2 + 1 : (position - before) * 2);
    before = position;
  }
  weights.put(Math.min(HEAVIEST, weight));
}

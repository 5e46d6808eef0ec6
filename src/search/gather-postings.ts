import { doubled } from './doubled.ts';
import { eachPieceOf, type IndexedText, type Place, placed, weightAt } from './fields.ts';
import { inOrder } from './in-order.ts';
import { numberTerms } from './number-terms.ts';
import type { NumberedWords } from './numbered-words.ts';
import { type BlockWriter, HEAVIEST, LARGEST_BLOCK, type PostingBlock, writeBlocks } from './posting-block.ts';
import type { WordRow } from './search-index.ts';
import { cutText } from './terms/cut-text.ts';

export interface GatheredPostings {
  /** Texts are added in ascending order of `id`. @returns the length of the text, in positions. */
  add(id: number, text: IndexedText): number;
  /** How much has come together, in occurrences of terms. */
  readonly occurrences: number;
  /** Term by term, each term’s blocks ascending. */
  blocks(): Iterable<PostingBlock & { readonly term: string }>;
  /** The words as they are written; a word of several languages has as many terms. */
  words(): Iterable<WordRow>;
  /** Begins anew. What is known of terms is kept, so that the next texts take less time. */
  clear(): void;
}

/** Some 50 MB with the words. An archive has more words than that only over many spans, most of them once. */
const MOST_TERMS = 300_000;

/**
 * Turns texts inside out: from each text’s terms to each term’s texts. Occurrences are first written down as they come,
 * eight bytes each, and sorted by term in the end.
 */
export function gatherPostings(): GatheredPostings {
  const log: Log = { terms: new Uint32Array(65_536), positions: new Uint32Array(65_536), length: 0 };
  const ids: number[] = [];
  /** Where the occurrences of each text end. */
  const ends: number[] = [];
  let place: Place = { base: 0, room: 0, from: 0 };
  let pairs: Uint32Array = new Uint32Array(0);

  const write = (term: number, position: number) => {
    if (log.length === log.terms.length) [log.terms, log.positions] = [doubled(log.terms), doubled(log.positions)];
    log.terms[log.length] = term;
    log.positions[log.length] = placed(position, place);
    log.length += 1;
  };
  let numbered = numberTerms(write);
  let order = inOrder(numbered.terms);

  return {
    add(id, text) {
      ids.push(id);
      numbered.beginText();
      const cuts = numbered.cutsOf(text.locale);
      const length = eachPieceOf(text, (piece, its) => {
        place = its;
        return cutText(piece, cuts);
      });
      ends.push(log.length);
      return length;
    },
    get occurrences() {
      return log.length;
    },
    blocks() {
      const sorted = byTerm(log, ends, numbered.terms.size(), pairs);
      pairs = sorted.pairs;
      return blocksOf(numbered.terms, order(), sorted, ids);
    },
    words: () => numbered.words(),
    clear() {
      log.length = 0;
      ids.length = 0;
      ends.length = 0;
      numbered.clear();
      if (numbered.terms.size() <= MOST_TERMS) return;
      numbered = numberTerms(write);
      order = inOrder(numbered.terms);
    },
  };
}

interface Log {
  terms: Uint32Array<ArrayBuffer>;
  positions: Uint32Array<ArrayBuffer>;
  length: number;
}

/** Occurrences in the order of their terms’ numbers. */
interface Sorted {
  /** Of each occurrence the place of its text, and its position there, side by side. */
  readonly pairs: Uint32Array;
  /** How many occurrences stand before those of each term; behind the last, how many there are. */
  readonly begins: Uint32Array;
}

/** A counting sort: the occurrences of each term keep the order they came in. @param room for the pairs, where it is enough. */
function byTerm(log: Log, ends: readonly number[], size: number, room: Uint32Array): Sorted {
  const { terms, positions, length } = log;
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < length; at += 1) (begins[(terms[at] as number) + 1] as number) += 1;
  for (let term = 0; term < size; term += 1) (begins[term + 1] as number) += begins[term] as number;
  const next = begins.slice();
  const pairs = room.length < length * 2 ? new Uint32Array(length * 2) : room;
  let at = 0;
  for (let text = 0; text < ends.length; text += 1) {
    for (const end = ends[text] as number; at < end; at += 1) {
      const term = terms[at] as number;
      const place = next[term] as number;
      next[term] = place + 1;
      pairs[place * 2] = text;
      pairs[place * 2 + 1] = positions[at] as number;
    }
  }
  return { pairs, begins };
}

function* blocksOf(
  { wordOf }: NumberedWords,
  order: Uint32Array,
  { pairs, begins }: Sorted,
  ids: readonly number[],
): Generator<PostingBlock & { readonly term: string }> {
  const writer = writeBlocks();
  for (const number of order) {
    if (begins[number] === begins[number + 1]) continue;
    const term = wordOf(number);
    const end = (begins[number + 1] as number) * 2;
    for (let at = (begins[number] as number) * 2; at < end; ) {
      if (writer.size() > LARGEST_BLOCK) yield { term, ...writer.end() };
      at = addText(writer, ids, pairs, at, end);
    }
    yield { term, ...writer.end() };
  }
}

/** Where the term of `addText` stands in its text. */
let places = new Uint32Array(1_024);

/** Adds the text whose occurrences of a term begin at `from`. @returns where those of the next begin. */
function addText(writer: BlockWriter, ids: readonly number[], pairs: Uint32Array, from: number, end: number): number {
  const text = pairs[from] as number;
  let at = from;
  let weight = 0;
  let count = 0;
  let isAscending = true;
  for (; at < end && pairs[at] === text; at += 2) {
    const position = pairs[at + 1] as number;
    weight += weightAt(position);
    if (count === places.length) places = doubled(places);
    if (count > 0 && position <= (places[count - 1] as number)) isAscending = false;
    places[count++] = position;
  }
  writer.add(ids[text] as number, Math.min(HEAVIEST, weight), places, isAscending ? count : sortOnce(places, count));
  return at;
}

/** So few numbers are sorted sooner than the platform’s own sort begins. */
const FEW = 32;

/** Sorts the first numbers, and keeps each once. @returns how many there are then. */
function sortOnce(numbers: Uint32Array, length: number): number {
  if (length > FEW) numbers.subarray(0, length).sort();
  else {
    for (let at = 1; at < length; at += 1) {
      const number = numbers[at] as number;
      let place = at;
      for (; place > 0 && (numbers[place - 1] as number) > number; place -= 1)
        numbers[place] = numbers[place - 1] as number;
      numbers[place] = number;
    }
  }
  let count = 1;
  for (let at = 1; at < length; at += 1)
    if (numbers[at] !== numbers[count - 1]) numbers[count++] = numbers[at] as number;
  return count;
}

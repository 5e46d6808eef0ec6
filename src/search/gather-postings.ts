import { doubled } from './doubled.ts';
import { eachPieceOf, type IndexedText, type Place, placed, weightAt } from './fields.ts';
import { type NumberedTerms, numberTerms } from './number-terms.ts';
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
  words(): readonly WordRow[];
}

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

  const numbered = numberTerms((term, position) => {
    if (log.length === log.terms.length) [log.terms, log.positions] = [doubled(log.terms), doubled(log.positions)];
    log.terms[log.length] = term;
    log.positions[log.length] = placed(position, place);
    log.length += 1;
  });

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
    blocks: () => blocksOf(numbered, byTerm(log, ends, numbered.terms.length), ids),
    words: numbered.words,
  };
}

interface Log {
  terms: Uint32Array<ArrayBuffer>;
  positions: Uint32Array<ArrayBuffer>;
  length: number;
}

/** Occurrences in the order of their terms’ numbers: for each its text, by place, and its position there. */
interface Sorted {
  readonly texts: Uint32Array;
  readonly positions: Uint32Array;
  /** Where each term’s occurrences begin; behind the last, where they end. */
  readonly begins: Uint32Array;
}

/** A counting sort: the occurrences of each term keep the order they came in. */
function byTerm(log: Log, ends: readonly number[], size: number): Sorted {
  const { terms, length } = log;
  const begins = new Uint32Array(size + 1);
  for (let at = 0; at < length; at += 1) (begins[(terms[at] as number) + 1] as number) += 1;
  for (let term = 0; term < size; term += 1) (begins[term + 1] as number) += begins[term] as number;
  const next = begins.slice();
  const [texts, positions] = [new Uint32Array(length), new Uint32Array(length)];
  let at = 0;
  for (let text = 0; text < ends.length; text += 1) {
    for (const end = ends[text] as number; at < end; at += 1) {
      const term = terms[at] as number;
      const place = next[term] as number;
      texts[place] = text;
      positions[place] = log.positions[at] as number;
      next[term] = place + 1;
    }
  }
  return { texts, positions, begins };
}

function* blocksOf(
  { terms }: NumberedTerms,
  { texts, positions, begins }: Sorted,
  ids: readonly number[],
): Generator<PostingBlock & { readonly term: string }> {
  const writer = writeBlocks();
  // Nearly the order of the table, which puts what it is given into its own.
  const inOrder = terms.map((term, number) => ({ term, number })).sort(byText);
  for (const { term, number } of inOrder) {
    const end = begins[number + 1] as number;
    for (let at = begins[number] as number; at < end; ) {
      if (writer.size() > LARGEST_BLOCK) yield { term, ...writer.end() };
      const from = at;
      const text = texts[from];
      while (at < end && texts[at] === text) at += 1;
      addText(writer, ids[text as number] as number, positions, from, at);
    }
    yield { term, ...writer.end() };
  }
}

function byText(one: { readonly term: string }, other: { readonly term: string }): number {
  return one.term < other.term ? -1 : 1;
}

/** Positions from place `from` to before place `to` are those of one text; what has no place comes in between. */
function addText(writer: BlockWriter, id: number, positions: Uint32Array, from: number, to: number): void {
  let weight = 0;
  let isAscending = true;
  for (let at = from; at < to; at += 1) {
    weight += weightAt(positions[at] as number);
    if (at > from && (positions[at] as number) <= (positions[at - 1] as number)) isAscending = false;
  }
  const end = isAscending ? to : from + sortOnce(positions.subarray(from, to));
  writer.add(id, Math.min(HEAVIEST, weight), positions, from, end);
}

/** Sorts numbers, and moves each to the front once. @returns how many there are then. */
function sortOnce(numbers: Uint32Array): number {
  numbers.sort();
  let count = 0;
  for (const number of numbers) if (count === 0 || numbers[count - 1] !== number) numbers[count++] = number;
  return count;
}

import { doubled } from './doubled.ts';
import { eachPieceOf, type IndexedText, type Place, placed } from './fields.ts';
import { inOrder } from './in-order.ts';
import { numberTerms } from './number-terms.ts';
import type { NumberedWords } from './numbered-words.ts';
import { LARGEST_BLOCK, type PostingBlock, writeBlocks } from './posting-block.ts';
import { type PostingRun, packRun, type RunReader, readRun, type TextOfTerm } from './posting-run.ts';
import type { WordRow } from './search-index.ts';
import { cutText } from './terms/cut-text.ts';

export interface GatheredPostings {
  /** Texts are added in ascending order of `id`. @returns the length of the text, in positions. */
  add(id: number, text: IndexedText): number;
  /** How much has come together, in occurrences of terms. */
  readonly occurrences: number;
  /** Term by term, each term’s blocks ascending. */
  blocks(): Iterable<PostingBlock & { readonly term: string }>;
  /** Every term that stands somewhere, in no order. */
  terms(): Iterable<string>;
  /** What is known of one term, text by text, ascending; each is the same object, filled anew. */
  textsOf(term: string): Iterable<TextOfTerm>;
  /** The words as they are written; a word of several languages has as many terms. */
  words(): Iterable<WordRow>;
  /** Begins anew. What is known of terms is kept, so that the next texts take less time. */
  clear(): void;
}

/** Some 50 MB with the words. An archive has more words than that only over many spans, most of them once. */
const MOST_TERMS = 300_000;

/** Occurrences that are sorted at once, in 64 MB. */
const LARGEST_LOG = 4_000_000;

/**
 * Turns texts inside out: from each text’s terms to each term’s texts. Occurrences are first written down as they come, eight
 * bytes each; as many as are sorted at once are then packed into a run, and the runs are joined in the end.
 *
 * @param largestLog in occurrences.
 */
export function gatherPostings(largestLog: number = LARGEST_LOG): GatheredPostings {
  const log = { terms: new Uint32Array(65_536), positions: new Uint32Array(65_536), length: 0, ends: [] as number[] };
  const room = { pairs: new Uint32Array(0) };
  /** Of the log. */
  const ids: number[] = [];
  const runs: PostingRun[] = [];
  /** Of the first runs. */
  const readers: RunReader[] = [];
  let packed = 0;
  let place: Place = { base: 0, room: 0, from: 0 };

  const write = (term: number, position: number) => {
    if (log.length === log.terms.length) [log.terms, log.positions] = [doubled(log.terms), doubled(log.positions)];
    log.terms[log.length] = term;
    log.positions[log.length] = placed(position, place);
    log.length += 1;
  };
  let numbered = numberTerms(write);
  let order = inOrder(numbered.terms);

  const clearLog = () => {
    log.length = 0;
    log.ends.length = 0;
    ids.length = 0;
  };
  const pack = () => {
    runs.push(packRun(log, ids, numbered.terms.size(), room));
    packed += log.length;
    clearLog();
  };

  const readAll = (): readonly RunReader[] => {
    if (log.length > 0) pack();
    for (const run of runs.slice(readers.length)) readers.push(readRun(run));
    return readers;
  };

  return {
    add(id, text) {
      ids.push(id);
      numbered.beginText();
      const cuts = numbered.cutsOf(text.locale);
      const length = eachPieceOf(text, (piece, its) => {
        place = its;
        return cutText(piece, cuts);
      });
      log.ends.push(log.length);
      if (log.length >= largestLog) pack();
      return length;
    },
    get occurrences() {
      return packed + log.length;
    },
    blocks() {
      const all = readAll();
      return blocksOf(numbered.terms, order(), all);
    },
    *terms() {
      for (let number = 0; number < numbered.terms.size(); number += 1)
        if (readAll().some((reader) => reader.begin(number))) yield numbered.terms.wordOf(number);
    },
    textsOf: (term) => textsIn(readAll(), numbered.terms.numberOf(term, 0, term.length)),
    words: () => numbered.words(),
    clear() {
      clearLog();
      runs.length = 0;
      readers.length = 0;
      packed = 0;
      numbered.clear();
      if (numbered.terms.size() <= MOST_TERMS) return;
      numbered = numberTerms(write);
      order = inOrder(numbered.terms);
    },
  };
}

function* textsIn(readers: readonly RunReader[], term: number): Generator<TextOfTerm> {
  for (const reader of readers) {
    if (!reader.begin(term)) continue;
    for (let text = reader.next(); text !== null; text = reader.next()) yield text;
  }
}

function* blocksOf(
  { wordOf }: NumberedWords,
  order: Uint32Array,
  readers: readonly RunReader[],
): Generator<PostingBlock & { readonly term: string }> {
  const writer = writeBlocks();
  for (const number of order) {
    for (const reader of readers) {
      if (!reader.begin(number)) continue;
      for (let text = reader.next(); text !== null; text = reader.next()) {
        if (writer.size() > LARGEST_BLOCK) yield { term: wordOf(number), ...writer.end() };
        writer.add(text.id, text.weight, text.places, text.count);
      }
    }
    if (writer.size() > 0) yield { term: wordOf(number), ...writer.end() };
  }
}

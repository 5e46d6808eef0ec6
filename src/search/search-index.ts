import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { PostingBlock } from './posting-block.ts';
import type { PublicEdition } from './public-edition.ts';

/** The rows of the index, for the verbs that extend it and that take a text out again. */
export interface IndexStore {
  /** Up to where, by sequence, editions are in the index: 0 for none, or where another alphabet wrote it. */
  indexedUntil(alphabet: number): Promise<number>;
  /** How many public acts are not in the index. */
  behind(alphabet: number): Promise<number>;
  /** Sequence of the newest public act. */
  newest(): Promise<number>;
  editionsAfter(after: number, limit: number): Promise<readonly PublicEdition[]>;
  editionsOf(tx: Tx, release: string, locale: string): Promise<readonly PublicEdition[]>;
  /** Takes the turn, or keeps it, until then. @returns false while somebody else has it. */
  takeTurn(tx: Tx, turn: { readonly holder: string; readonly now: Instant; readonly until: Instant }): Promise<boolean>;
  endTurn(tx: Tx, holder: string): Promise<void>;
  /** Takes away what an extension that did not come to its end has left, and everything that another alphabet wrote. */
  clearAfter(tx: Tx, until: number): Promise<void>;
  addPostings(tx: Tx, rows: readonly PostingRow[]): Promise<void>;
  /** Adds to what is known of each word. */
  addWords(tx: Tx, rows: readonly WordRow[]): Promise<void>;
  /** Was a text retracted after that public act? */
  hasRetractedSince(tx: Tx, sequence: number): Promise<boolean>;
  /** From now on the span is read. */
  addSpan(tx: Tx, span: SpanRow): Promise<void>;
  /** The span that an edition is in; null where it is not in the index. */
  spanOf(tx: Tx, edition: number): Promise<number | null>;
  /** The block of a term that may hold an edition. */
  blockWith(tx: Tx, span: number, term: string, edition: number): Promise<PostingBlock | null>;
  /** @param now null: it holds no text any more. */
  replaceBlock(tx: Tx, at: { span: number; term: string; first: number }, now: PostingBlock | null): Promise<void>;
  /** One text fewer for each of these words; those without any are forgotten. */
  subtractWords(tx: Tx, words: readonly { readonly word: string; readonly term: string }[]): Promise<void>;
}

/** A block of a term in a span, which is named by its first sequence. */
export interface PostingRow extends PostingBlock {
  readonly span: number;
  readonly term: string;
}

/** A word as it is written, the term it is found under, and in how many editions it stands. */
export interface WordRow {
  readonly word: string;
  readonly term: string;
  readonly texts: number;
}

export interface SpanRow {
  readonly first: number;
  readonly last: number;
  /** By whose rules texts were cut: terms/each-term.ts. */
  readonly alphabet: number;
  /** As of span-texts.ts. */
  readonly texts: Uint8Array;
}

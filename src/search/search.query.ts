import { sql } from 'kysely';
import type { PublishedHandle } from '../database/schema.ts';
import type { Locale } from '../platform/locales.ts';
import { LONGEST_LIST, listed, runCompiled } from '../published/compile-once.query.ts';
import { type FoundText, foundTexts } from '../published/found.query.ts';
import type { PostingBlock } from './posting-block.ts';
import { editionsAfter } from './public-edition.query.ts';
import type { PublicEdition } from './public-edition.ts';
import type { SpanRow } from './search-index.ts';

/** All that searching reads. */
export interface SearchReads {
  /** Sequence of the newest public act. */
  newest(): Promise<number>;
  /** Spans that begin after an edition, ascending. */
  spansAfter(first: number): Promise<readonly SpanRow[]>;
  /** The blocks of each of these terms in spans from one up to another, ascending. */
  blocksOf(
    terms: readonly string[],
    spans: { readonly first: number; readonly last: number },
  ): Promise<ReadonlyMap<string, readonly PostingBlock[]>>;
  /** In how many texts of these spans each of these terms stands, as far as it does. */
  countPostings(terms: readonly string[], spans: readonly number[]): Promise<ReadonlyMap<string, number>>;
  /** Terms of the words that begin so: of those words that stand in the most texts, at most `limit`. */
  termsBeginning(word: string, limit: number): Promise<readonly string[]>;
  /** Words that begin so, those of the most texts first. */
  wordsBeginning(word: string, limit: number): Promise<readonly string[]>;
  /** In how many texts each of these words stands, as far as it is known. */
  countWords(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Editions that readers may find, with a sequence above `after`, ascending. */
  editionsAfter(after: number, limit: number): Promise<readonly PublicEdition[]>;
  /** Texts by the sequence of their edition, in this order, for a reader of `locale`. */
  found(editions: readonly number[], locale: Locale): Promise<readonly FoundText[]>;
  /** Texts that were withdrawn or retracted by a public act after this one. */
  endedAfter(sequence: number): Promise<readonly Ended[]>;
}

export interface Ended {
  /** Sequence of the language version. */
  readonly sequence: number;
  readonly ended_sequence: number | null;
  readonly standing: 'published' | 'withdrawn' | 'retracted';
}

/** Greater than every text that begins with the one before it. */
const BEHIND = '\u{10ffff}';

export function searchReads(db: PublishedHandle): SearchReads {
  const ofWords = (word: string) =>
    db.selectFrom('search_word').where('word', '>=', word).where('word', '<', `${word}${BEHIND}`);
  const most = sql<number>`sum(texts)`;
  return {
    async newest() {
      const row = await db.selectFrom('counter').select('value').where('name', '=', 'sequence').executeTakeFirst();
      return row?.value ?? 0;
    },

    spansAfter: (first) =>
      db.selectFrom('search_span').selectAll().where('first', '>', first).orderBy('first').execute(),

    async blocksOf(terms, spans) {
      const blocks = new Map<string, PostingBlock[]>(terms.map((term) => [term, []]));
      for (let from = 0; from < terms.length; from += LONGEST_LIST) {
        const rows = await blocksOfSome(db, terms.slice(from, from + LONGEST_LIST), spans);
        for (const row of rows) blocks.get(row.term)?.push(row);
      }
      // Sorted here: the database would carry the blocks themselves through its sorting.
      for (const own of blocks.values()) own.sort((one, other) => one.first - other.first);
      return blocks;
    },

    async countPostings(terms, spans) {
      const counts = new Map<string, number>();
      for (let from = 0; from < terms.length && spans.length > 0; from += LONGEST_LIST) {
        const rows = await countsOfSome(db, terms.slice(from, from + LONGEST_LIST), spans);
        for (const { term, texts } of rows) counts.set(term, Number(texts));
      }
      return counts;
    },

    async termsBeginning(word, limit) {
      // Not added up by term, which would sort all of them: a beginning of two letters has ten thousand words.
      const rows = await ofWords(word)
        .select(['term', 'texts'])
        .orderBy('texts', 'desc')
        .orderBy('term')
        .limit(limit)
        .execute();
      return [...new Set(rows.map(({ term }) => term))];
    },

    async wordsBeginning(word, limit) {
      const rows = await ofWords(word)
        .select('word')
        .groupBy('word')
        .orderBy(most, 'desc')
        .orderBy('word')
        .limit(limit)
        .execute();
      return rows.map((row) => row.word);
    },

    async countWords(words) {
      if (words.length === 0) return new Map();
      const rows = await db
        .selectFrom('search_word')
        .select(['word', most.as('texts')])
        .where('word', 'in', words)
        .groupBy('word')
        .execute();
      return new Map(rows.map(({ word, texts }) => [word, Number(texts)]));
    },

    editionsAfter: (after, limit) => editionsAfter(db, after, limit),
    found: (editions, locale) => foundTexts(db, editions, locale),

    endedAfter: (sequence) =>
      db
        .selectFrom('language_version')
        .select(['sequence', 'ended_sequence', 'standing'])
        .where('ended_sequence', '>', sequence)
        .orderBy('ended_sequence')
        .execute(),
  };
}

function blocksOfSome(
  db: PublishedHandle,
  terms: readonly string[],
  { first, last }: { readonly first: number; readonly last: number },
) {
  const { names, values } = listed('term', terms);
  return runCompiled(db, `postings of ${names.length}`, { ...values, first, last }, (slot) =>
    db
      .selectFrom('search_span')
      // Crossed, not joined: SQLite then keeps to this order, one look-up in each span; its own choice was to read them all.
      .crossJoin('search_posting')
      .select(['search_posting.term', 'search_posting.first', 'search_posting.texts', 'search_posting.data'])
      .whereRef('search_posting.span', '=', 'search_span.first')
      .where(
        'search_posting.term',
        'in',
        names.map((name) => slot<string>(name)),
      )
      .where('search_span.first', '>=', slot<number>('first'))
      .where('search_span.first', '<=', slot<number>('last')),
  );
}

function countsOfSome(db: PublishedHandle, terms: readonly string[], spans: readonly number[]) {
  const [asked, among] = [listed('term', terms), listed('span', spans)];
  const shape = `counts of ${asked.names.length} in ${among.names.length}`;
  return runCompiled(db, shape, { ...asked.values, ...among.values }, (slot) =>
    db
      .selectFrom('search_posting')
      .select(['term', sql<number>`sum(texts)`.as('texts')])
      .where(
        'span',
        'in',
        among.names.map((name) => slot<number>(name)),
      )
      .where(
        'term',
        'in',
        asked.names.map((name) => slot<string>(name)),
      )
      .groupBy('term'),
  );
}

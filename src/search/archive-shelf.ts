import { LRUCache } from 'lru-cache';
import { type ArchivePart, newestOf, partsOf, type ReadSpan, TEXTS_A_PART } from './archive-parts.ts';
import { type KnownTexts, keepTexts } from './known-texts.ts';
import { followedBy, hitsOfBlocks, type Located, nowhere } from './located.ts';
import type { Postings } from './look-up.ts';
import type { PostingBlock } from './posting-block.ts';
import { recentPostings } from './recent-postings.ts';
import { sampleSpans } from './sample-spans.ts';
import type { SearchReads } from './search.query.ts';
import type { SpanRow } from './search-index.ts';
import { unpackTexts } from './span-texts.ts';
import { ALPHABET } from './terms/each-term.ts';

/** What there is to be searched, as it was at one instant. */
export interface Shelf {
  readonly texts: KnownTexts;
  readonly whole: ArchivePart;
  /** All of it, the newest public acts first: at least one part, each about as large as those before it together. */
  readonly parts: readonly ArchivePart[];
  /** Sequences of all texts of a part, ascending. */
  all(part: ArchivePart): Uint32Array;
  /** Reads what these terms ask for in a part; the rest is done in memory. */
  postingsOf(terms: readonly string[], part: ArchivePart): Promise<Postings>;
  /** In how many texts each of these terms stands, nearly: told from some of the spans. */
  countPostings(terms: readonly string[]): Promise<ReadonlyMap<string, number>>;
  termsBeginning(word: string, limit: number): Promise<readonly string[]>;
  wordsBeginning(word: string, limit: number): Promise<readonly string[]>;
  /** In how many editions each of these words stands, as far as it does. */
  countWords(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Texts by the sequence of their edition, in this order, for a reader of `locale`. */
  found: SearchReads['found'];
}

const EDITIONS_AT_ONCE = 200;

/**
 * Public acts whose texts are kept in memory at most, some 10 KB each. More than that are missing from the index only
 * while a large archive moves in: the older of them are found when they are in it.
 */
const MOST_RECENT = 8_000;

/**
 * Opens the shelf. `current` is asked before each search: it catches up with what has become public since, so that a text is
 * found from the instant it is published, and not before.
 */
export function openShelf(
  reads: SearchReads,
  version: () => number | Promise<number>,
  textsAPart: number = TEXTS_A_PART,
): { current(): Promise<Shelf> } {
  let state = emptyState();
  let seenVersion = -1;
  let last: Promise<unknown> = Promise.resolve();

  const catchUp = async (): Promise<Shelf> => {
    const now = await version();
    if (now !== seenVersion) {
      await takeSpans();
      await takeRecent();
      for (const { sequence, ended_sequence, standing } of await reads.endedAfter(state.endedUntil)) {
        if (standing !== 'published') state.keeper.end(sequence, standing);
        if (standing === 'retracted') state.kept = postingsKept();
        state.endedUntil = ended_sequence ?? state.endedUntil;
      }
      seenVersion = now;
    }
    return shelfOf(reads, state, textsAPart);
  };

  const takeSpans = async () => {
    let fresh = (await reads.spansAfter(state.span)).filter(isReadable);
    const until = fresh.at(-1)?.last ?? 0;
    if (until === 0) return;
    const coversRecent = until >= state.recentUntil;
    if (!coversRecent) {
      state = emptyState();
      fresh = (await reads.spansAfter(0)).filter(isReadable);
    }
    for (const { first, texts } of fresh) {
      const columns = unpackTexts(texts);
      state.spans.push({ first, texts: columns.texts, newestAt: newestOf(columns) });
      state.keeper.addSpan(columns, state.recentUntil);
    }
    Object.assign(state, {
      kept: postingsKept(),
      recent: recentPostings(),
      span: fresh.at(-1)?.first,
      indexedUntil: until,
      recentUntil: until,
    });
  };

  const takeRecent = async () => {
    const newest = await reads.newest();
    state.recentUntil = Math.max(state.recentUntil, newest - MOST_RECENT);
    for (;;) {
      const editions = await reads.editionsAfter(state.recentUntil, EDITIONS_AT_ONCE);
      for (const { facts, words } of editions) {
        state.keeper.add({ ...facts, length: state.recent.add(facts.id, words) });
        state.recentUntil = facts.id;
      }
      if (editions.length < EDITIONS_AT_ONCE) return;
    }
  };

  return {
    current() {
      // One after the other, and each asks anew: who joined one under way could miss what was published since it began.
      const mine = last.then(catchUp, catchUp);
      last = mine;
      return mine;
    },
  };
}

/** The thread that searches keeps so much of the index in memory: the postings of two or three searches for very common words. */
const KEPT_BYTES = 32 * 2 ** 20;

/**
 * Postings of terms that were asked for lately: whoever turns the page, sets a filter or types on asks for the same again, and
 * common words are asked for by everybody. Begun anew where they change, so that a search under way keeps nothing that has.
 */
const postingsKept = () => new LRUCache<string, Located>({ maxSize: KEPT_BYTES });

/** What the platform needs for a block besides its own bytes, nearly. */
const BLOCK_BYTES = 250;

/** In memory: as they are read, and six for each text. */
function bytesOf(blocks: readonly PostingBlock[]): number {
  return blocks.reduce((sum, { data, texts }) => sum + BLOCK_BYTES + data.length + 6 * texts, BLOCK_BYTES);
}

/** Of an index that another version of this program built nothing is understood; it is built anew. */
function isReadable({ alphabet }: SpanRow): boolean {
  return alphabet === ALPHABET;
}

function emptyState() {
  return {
    keeper: keepTexts(),
    /** Of the spans up to the last; begun anew where they change. */
    kept: postingsKept(),
    recent: recentPostings(),
    spans: [] as ReadSpan[],
    /** The last span that was read, by its first sequence. */
    span: 0,
    indexedUntil: 0,
    recentUntil: 0,
    endedUntil: 0,
  };
}

function shelfOf(reads: SearchReads, state: ReturnType<typeof emptyState>, textsAPart: number): Shelf {
  const { keeper, kept, recent, spans, span, recentUntil } = state;
  return {
    texts: keeper.known(),
    whole: { first: 1, last: recentUntil, newestAt: Number.POSITIVE_INFINITY },
    parts: partsOf(spans, recentUntil, textsAPart),
    found: reads.found,

    all({ first, last }) {
      const { release } = keeper.known();
      const ids = new Uint32Array(Math.max(0, last - first + 1));
      let count = 0;
      for (let id = first; id <= last; id += 1) if (release[id] !== 0) ids[count++] = id;
      return ids.subarray(0, count);
    },

    async postingsOf(terms, { first, last }) {
      const lately = (term: string) => (last === recentUntil ? recent.hitsOf(term) : nowhere);
      const keyOf = (term: string) => `${first} ${last === recentUntil ? 'on' : last} ${term}`;
      const located = new Map<string, Located>();
      const fresh: string[] = [];
      for (const term of new Set(terms)) {
        const known = kept.get(keyOf(term));
        if (known === undefined) fresh.push(term);
        else located.set(term, followedBy(known, lately(term)));
      }
      for (const [term, blocks] of await reads.blocksOf(fresh, { first, last: Math.min(last, span) })) {
        const hits = hitsOfBlocks(blocks);
        kept.set(keyOf(term), hits, { size: bytesOf(blocks) });
        located.set(term, followedBy(hits, lately(term)));
      }
      return { hitsOf: (term) => located.get(term) ?? lately(term) };
    },

    async countPostings(terms) {
      const sample = sampleSpans(spans);
      const counts = await reads.countPostings(terms, sample.spans);
      return new Map(
        terms.map((term) => [
          term,
          Math.round((counts.get(term) ?? 0) * sample.times) + recent.hitsOf(term).ids.length,
        ]),
      );
    },

    async termsBeginning(word, limit) {
      const known = await reads.termsBeginning(word, limit);
      return [...new Set([...known, ...recent.termsBeginning(word, limit)])];
    },

    async wordsBeginning(word, limit) {
      const known = await reads.wordsBeginning(word, limit);
      return [...new Set([...known, ...recent.wordsBeginning(word, limit)])].slice(0, limit);
    },

    async countWords(words) {
      const counts = new Map(await reads.countWords(words));
      for (const word of words) {
        const here = recent.countWord(word);
        if (here > 0) counts.set(word, (counts.get(word) ?? 0) + here);
      }
      return counts;
    },
  };
}

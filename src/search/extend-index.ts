import type { InTransaction, Tx } from '../database/transaction.ts';
import type { Clock } from '../platform/clock.ts';
import { after } from '../platform/instant.ts';
import { type GatheredPostings, gatherPostings } from './gather-postings.ts';
import type { IndexStore } from './search-index.ts';
import { packTexts, type SpanText } from './span-texts.ts';
import { ALPHABET } from './terms/each-term.ts';

export interface ExtendDeps {
  readonly store: IndexStore;
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  /** Of this process among those that might extend the same index. */
  readonly holder: string;
  /** Asked now and then: what is not finished then is left for the next time. */
  readonly isInterrupted: () => boolean;
}

/**
 * Takes the words of editions that are not in the index yet into it, a span at a time, oldest first. Until a span is there,
 * its texts are looked through as they are. Safe to run twice, from several processes, and to end at any moment.
 *
 * @param least fewer public acts than this are not worth a span.
 * @returns how many texts went in; 0 too while another process is at it.
 */
export async function extendIndex(deps: ExtendDeps, least: number): Promise<number> {
  const postings = gatherPostings();
  let added = 0;
  while (!deps.isInterrupted()) {
    const until = await deps.store.indexedUntil(ALPHABET);
    const newest = await deps.store.newest();
    if (newest - until < least) break;
    const isMine = await deps.inTransaction(async (tx) => {
      if (!(await takeTurn(tx, deps))) return false;
      await deps.store.clearAfter(tx, until);
      return true;
    });
    if (!isMine) return added;
    const span = await gatherSpan(deps, postings, until, newest);
    if (span === null) break;
    added += await writeSpan(deps, span, newest);
  }
  await deps.inTransaction((tx) => deps.store.endTurn(tx, deps.holder));
  return added;
}

/** Whoever has ended without a word is waited for as long. */
const TURN_SECONDS = 60;

async function takeTurn(tx: Tx, { store, clock, holder }: ExtendDeps): Promise<boolean> {
  const now = clock.now();
  return store.takeTurn(tx, { holder, now, until: after(now, TURN_SECONDS) });
}

/**
 * Occurrences of terms in one span, some 40,000 texts. A search looks each term up in each span: the fewer there are, the fewer look-ups,
 * and the more texts of a rare word lie in one block. Packed they take 50 MB.
 */
const LARGEST_SPAN = 16_000_000;

const TEXTS_AT_ONCE = 200;

/** Read in less time than a turn lasts. */
const TEXTS_A_TURN = 5_000;

interface Span {
  readonly first: number;
  readonly last: number;
  readonly texts: readonly SpanText[];
  readonly postings: GatheredPostings;
}

/** @returns null where it was interrupted, or lost its turn. */
async function gatherSpan(
  deps: ExtendDeps,
  postings: GatheredPostings,
  until: number,
  newest: number,
): Promise<Span | null> {
  const { store, inTransaction } = deps;
  postings.clear();
  const texts: SpanText[] = [];
  let last = until;
  let atTurn = 0;
  while (!deps.isInterrupted()) {
    const editions = await store.editionsAfter(last, TEXTS_AT_ONCE);
    for (const { facts, words } of editions) texts.push({ ...facts, length: postings.add(facts.id, words) });
    last = texts.at(-1)?.id ?? last;
    // Acts that left no text are passed over with the rest.
    if (editions.length < TEXTS_AT_ONCE) return { first: until + 1, last: Math.max(last, newest), texts, postings };
    if (postings.occurrences >= LARGEST_SPAN) return { first: until + 1, last, texts, postings };
    if (texts.length - atTurn < TEXTS_A_TURN) continue;
    if (!(await inTransaction((tx) => takeTurn(tx, deps)))) return null;
    atTurn = texts.length;
  }
  return null;
}

/** Few enough that nobody who publishes waits long for their turn. */
const ROWS_AT_ONCE = 8_000;

/** @returns how many texts are in it: none where it was interrupted, or a text was retracted meanwhile. */
async function writeSpan(deps: ExtendDeps, span: Span, newest: number): Promise<number> {
  const { store, inTransaction } = deps;
  const { first, last } = span;
  for (const blocks of inPortions(span.postings.blocks())) {
    const rows = blocks.map((block) => ({ span: first, ...block }));
    const isWritten = await inTransaction(async (tx) => {
      if (deps.isInterrupted() || !(await takeTurn(tx, deps))) return false;
      await store.addPostings(tx, rows);
      return true;
    });
    if (!isWritten) return 0;
  }
  // Made before, so that the turn is held for the writing alone.
  const portions = [...inPortions(span.postings.words())];
  return inTransaction(async (tx) => {
    if (!(await takeTurn(tx, deps)) || (await store.hasRetractedSince(tx, newest))) return 0;
    for (const words of portions) await store.addWords(tx, words);
    await store.addSpan(tx, { first, last, alphabet: ALPHABET, texts: packTexts(span.texts) });
    return span.texts.length;
  });
}

function* inPortions<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let portion: Row[] = [];
  for (const row of rows) {
    portion.push(row);
    if (portion.length < ROWS_AT_ONCE) continue;
    yield portion;
    portion = [];
  }
  if (portion.length > 0) yield portion;
}

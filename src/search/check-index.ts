import { gatherPostings } from './gather-postings.ts';
import { type PostingBlock, readPositions, readTexts } from './posting-block.ts';
import type { PublicEdition } from './public-edition.ts';
import { unpackTexts } from './span-texts.ts';
import { ALPHABET } from './terms/each-term.ts';

/** What checking reads; some thousand texts at a time, so that a million texts fit in little memory. */
export interface IndexCheckReads {
  spans(): Promise<
    readonly { readonly first: number; readonly last: number; readonly alphabet: number; readonly texts: Uint8Array }[]
  >;
  /** Every edition of a span that is still there, ascending, and whether it is the current one of its text. */
  editions(first: number, last: number): AsyncIterable<PublicEdition & { readonly isCurrent: boolean }>;
  /** The blocks of a span in the order of the index. */
  blocks(span: number): AsyncIterable<PostingBlock & { readonly term: string }>;
}

/** A difference between the index and what follows from the editions. */
interface Difference {
  readonly where: string;
  readonly problem: string;
}

/** A span has more entries than fit in memory: so many of its texts are looked at at once. */
const TEXTS_AT_ONCE = 8_000;

/** Cuts every edition into its terms again, and names each span whose rows are not what comes of it. Reads only. */
export async function* checkIndex(
  reads: IndexCheckReads,
  textsAtOnce: number = TEXTS_AT_ONCE,
): AsyncGenerator<Difference> {
  let expected = 1;
  for (const { first, last, alphabet, texts } of await reads.spans()) {
    const where = `search index, texts ${first} to ${last}`;
    // Of other rules nothing is known; the index is about to be built anew.
    if (alphabet !== ALPHABET) continue;
    if (first !== expected) yield { where, problem: `the span before it ends at ${first - 1}, not at ${expected - 1}` };
    expected = last + 1;
    const known = new Set(unpackTexts(texts).numbers.id);
    for (let from = first; from <= last; from += textsAtOnce) {
      const until = Math.min(last, from + textsAtOnce - 1);
      const part = { from, until, isFirst: from === first, isLast: until === last };
      for await (const { term, problem } of checkPart(reads, first, part, known))
        yield { where: term === null ? where : `${where}, “${term}”`, problem };
    }
  }
}

interface Part {
  readonly from: number;
  readonly until: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

async function* checkPart(reads: IndexCheckReads, span: number, part: Part, known: ReadonlySet<number>) {
  const { derived, current } = await derive(reads, part.from, part.until);
  const unknown = [...current].filter((id) => !known.has(id));
  if (unknown.length > 0)
    yield { term: null, problem: `it does not know of the texts ${unknown.slice(0, 5).join(', ')}` };
  for await (const block of reads.blocks(span)) {
    const problem = wrongIn(block, derived, part);
    if (problem !== null) yield { term: block.term, problem };
  }
  for (const [entry, id] of derived.entriesLeft()) {
    if (current.has(id)) yield { term: null, problem: `text ${id} is not found by “${entry}”` };
  }
}

/** What each entry of the index says, by term and text; taken away as it is found. */
class Entries {
  readonly #byTerm = new Map<string, Map<number, string>>();

  put(term: string, id: number, said: string): void {
    const own = this.#byTerm.get(term) ?? new Map<number, string>();
    this.#byTerm.set(term, own.set(id, said));
  }

  take(term: string, id: number): string | undefined {
    const own = this.#byTerm.get(term);
    const said = own?.get(id);
    own?.delete(id);
    return said;
  }

  *entriesLeft(): Generator<readonly [string, number]> {
    for (const [term, own] of this.#byTerm) for (const id of own.keys()) yield [term, id];
  }
}

async function derive(reads: IndexCheckReads, first: number, last: number) {
  const postings = gatherPostings();
  const current = new Set<number>();
  for await (const { facts, words, isCurrent } of reads.editions(first, last)) {
    postings.add(facts.id, words);
    if (isCurrent) current.add(facts.id);
  }
  const derived = new Entries();
  for (const block of postings.blocks()) for (const [id, said] of saidBy(block)) derived.put(block.term, id, said);
  return { derived, current };
}

function wrongIn(block: PostingBlock & { readonly term: string }, derived: Entries, part: Part): string | null {
  // What belongs to no part at all is said of the one next to it.
  const isHere = (id: number) => (part.isFirst || id >= part.from) && (part.isLast || id <= part.until);
  let problem: string | null = null;
  for (const [id, said] of saidBy(block)) {
    if (!isHere(id)) continue;
    const expected = derived.take(block.term, id);
    if (expected === undefined) problem ??= `it names the text ${id}, which does not hold it, or is not public`;
    else if (expected !== said) problem ??= `it stands elsewhere in the text ${id}`;
  }
  return problem;
}

/** Each text of a block, with its weight and places as a text that can be compared. */
function* saidBy(block: PostingBlock): Generator<readonly [number, string]> {
  const read = { ids: new Uint32Array(block.texts), weights: new Uint8Array(block.texts) };
  const { places, begins } = readPositions(block, readTexts(block, read, 0));
  for (let at = 0; at < block.texts; at += 1) {
    const own = places.subarray(begins[at], begins[at + 1]);
    yield [read.ids[at] as number, `${read.weights[at]} ${own.join(' ')}`];
  }
}

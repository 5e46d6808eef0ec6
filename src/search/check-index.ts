import { type GatheredPostings, gatherPostings } from './gather-postings.ts';
import { type PostingBlock, readPositions, readTexts } from './posting-block.ts';
import type { TextOfTerm } from './posting-run.ts';
import type { PublicEdition } from './public-edition.ts';
import { unpackTexts } from './span-texts.ts';
import { ALPHABET } from './terms/each-term.ts';

/** What checking reads: a span at a time, and all of it once. */
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

/**
 * Cuts every edition into its terms again, and names each span whose rows are not what comes of it. Reads only.
 *
 * @param atOnce occurrences of terms that are sorted at once, as of gather-postings.ts.
 */
export async function* checkIndex(reads: IndexCheckReads, atOnce?: number): AsyncGenerator<Difference> {
  let expected = 1;
  const postings = gatherPostings(atOnce);
  for (const { first, last, alphabet, texts } of await reads.spans()) {
    const where = `search index, texts ${first} to ${last}`;
    // Of other rules nothing is known; the index is about to be built anew.
    if (alphabet !== ALPHABET) continue;
    if (first !== expected) yield { where, problem: `the span before it ends at ${first - 1}, not at ${expected - 1}` };
    expected = last + 1;
    postings.clear();
    const current = new Set<number>();
    for await (const { facts, words, isCurrent } of reads.editions(first, last)) {
      postings.add(facts.id, words);
      if (isCurrent) current.add(facts.id);
    }
    const known = new Set(unpackTexts(texts).numbers.id);
    const unknown = [...current].filter((id) => !known.has(id));
    if (unknown.length > 0) yield { where, problem: `it does not know of the texts ${unknown.slice(0, 5).join(', ')}` };
    for await (const { term, problem } of differencesIn(reads.blocks(first), postings, current))
      yield { where: term === null ? where : `${where}, “${term}”`, problem };
  }
}

type Block = PostingBlock & { readonly term: string };

/** Of one entry of the index, or of a text that one does not name. */
interface Found {
  readonly term: string | null;
  readonly problem: string;
}

async function* differencesIn(
  blocks: AsyncIterable<Block>,
  postings: GatheredPostings,
  current: ReadonlySet<number>,
): AsyncGenerator<Found> {
  const seen = new Set<string>();
  const check = (own: readonly Block[]) => {
    const [{ term }] = own as [Block];
    seen.add(term);
    return differencesOf(term, own, postings.textsOf(term), current);
  };
  let own: Block[] = [];
  for await (const block of blocks) {
    if (own.length > 0 && own[0]?.term !== block.term) {
      yield* check(own);
      own = [];
    }
    own.push(block);
  }
  if (own.length > 0) yield* check(own);
  for (const term of postings.terms())
    if (!seen.has(term)) yield* differencesOf(term, [], postings.textsOf(term), current);
}

/** Blocks and texts of one term, both ascending: walked through side by side. */
function* differencesOf(
  term: string,
  blocks: readonly PostingBlock[],
  texts: Iterable<TextOfTerm>,
  current: ReadonlySet<number>,
): Generator<Found> {
  const derived = texts[Symbol.iterator]();
  const next = () => derived.next().value as TextOfTerm | undefined;
  let text = next();
  function* notNamedBefore(id: number): Generator<Found> {
    for (; text !== undefined && text.id < id; text = next())
      if (current.has(text.id)) yield { term: null, problem: `text ${text.id} is not found by “${term}”` };
  }
  for (const block of blocks) {
    const read = { ids: new Uint32Array(block.texts), weights: new Uint8Array(block.texts) };
    const { places, begins } = readPositions(block, readTexts(block, read, 0), positions);
    let problem: string | null = null;
    for (let at = 0; at < block.texts; at += 1) {
      const id = read.ids[at] as number;
      if (text !== undefined && text.id < id) yield* notNamedBefore(id);
      if (text?.id !== id) problem ??= `it names the text ${id}, which does not hold it, or is not public`;
      else {
        const own = places.subarray(begins[at], begins[at + 1]);
        if (!isSame(text, read.weights[at] as number, own)) problem ??= `it stands elsewhere in the text ${id}`;
        text = next();
      }
    }
    if (problem !== null) yield { term, problem };
  }
  yield* notNamedBefore(Number.POSITIVE_INFINITY);
}

/** Of the block that is looked at. */
const positions = { places: new Uint32Array(0), begins: new Uint32Array(0) };

function isSame({ weight, places, count }: TextOfTerm, its: number, own: Uint32Array): boolean {
  return weight === its && count === own.length && own.every((position, at) => position === places[at]);
}

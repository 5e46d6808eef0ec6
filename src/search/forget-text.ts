import type { Tx } from '../database/transaction.ts';
import { eachTermOf } from './fields.ts';
import { type PostingBlock, readPositions, readTexts, writeBlocks } from './posting-block.ts';
import type { PublicEdition } from './public-edition.ts';
import type { IndexStore } from './search-index.ts';

/**
 * Takes every word of a text out of the index, in the transaction that takes its editions out of the published half: what was
 * retracted cannot be put together again from it. Call it while the editions are still there.
 */
export async function forgetText(tx: Tx, store: IndexStore, release: string, locale: string): Promise<void> {
  for (const edition of await store.editionsOf(tx, release, locale)) await forgetEdition(tx, store, edition);
}

async function forgetEdition(tx: Tx, store: IndexStore, { facts, words }: PublicEdition): Promise<void> {
  const span = await store.spanOf(tx, facts.id);
  if (span === null) return;

  const terms = new Set<string>();
  const written = new Map<string, { word: string; term: string }>();
  eachTermOf(words, (term, _position, word) => {
    terms.add(term);
    if (word !== null) written.set(`${word} ${term}`, { word, term });
  });
  let wasThere = false;
  for (const term of terms) {
    const block = await store.blockWith(tx, span, term, facts.id);
    const without = block === null ? 'not-there' : blockWithout(block, facts.id);
    if (block === null || without === 'not-there') continue;
    wasThere = true;
    await store.replaceBlock(tx, { span, term, first: block.first }, without);
  }
  // An edition that was superseded before its span was written never came in.
  if (wasThere) await store.subtractWords(tx, [...written.values()]);
}

/** The block as it is without one text; null where it held no other. */
export function blockWithout(block: PostingBlock, id: number): PostingBlock | null | 'not-there' {
  const { texts } = block;
  const read = { ids: new Uint32Array(texts), weights: new Uint8Array(texts) };
  const { places, begins } = readPositions(block, readTexts(block, read, 0));
  const at = read.ids.indexOf(id);
  if (at < 0) return 'not-there';
  if (texts === 1) return null;

  const left = writeBlocks();
  for (let place = 0; place < texts; place += 1) {
    if (place === at) continue;
    const own = places.subarray(begins[place], begins[place + 1]);
    left.add(read.ids[place] as number, read.weights[place] as number, own, own.length);
  }
  return left.end();
}

import type { Tx } from '../database/transaction.ts';
import { Bytes } from './bytes.ts';
import { eachTermOf } from './fields.ts';
import { type PostingBlock, putVarint, readPositions, readTexts } from './posting-block.ts';
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

  const data = new Bytes();
  const left = [...read.ids.keys()].filter((place) => place !== at);
  const ids = left.map((place) => read.ids[place] as number);
  for (let place = 1; place < ids.length; place += 1)
    putVarint(data, (ids[place] as number) - (ids[place - 1] as number));
  for (const place of left) data.put(read.weights[place] as number);
  for (const place of left) {
    const own = places.subarray(begins[place], begins[place + 1]);
    own.forEach((position, one) => {
      putVarint(data, one === 0 ? position * 2 + 1 : (position - (own[one - 1] as number)) * 2);
    });
  }
  return { first: ids[0] as number, texts: ids.length, data: data.view().slice() };
}

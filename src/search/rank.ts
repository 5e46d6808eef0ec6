import type { Hits } from './hits.ts';
import { nextAtLeast } from './hits.ts';
import type { KnownTexts } from './known-texts.ts';
import { openScratch } from './scratch.ts';

/** How often-repeated words stop counting, and how much long texts are held against: BM25’s usual values. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** The newest text is worth this much more than a very old one that says the same; half of it is gone after three years. */
const RECENT_BONUS = 0.25;
const HALF_GONE_MS = 3 * 365.25 * 86_400_000;

/** A withdrawn text stands below one that says the same. */
const WITHDRAWN_SHARE = 0.4;

const roomForNorms = openScratch(Float64Array);
const roomForKeys = openScratch(Float64Array);

/**
 * How well a text answers: BM25 over what each word weighs in it (headline five times a body’s word, summary two and a half
 * times), a little more for recent texts.
 *
 * @param ids ascending; each word stands in each of them. @returns a score for each, until it is asked again.
 *
 * @see https://doi.org/10.1561/1500000019 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)
 */
export function scoresOf(ids: Uint32Array, words: readonly Hits[], texts: KnownTexts): Float64Array {
  const average = texts.texts === 0 ? 1 : Math.max(1, texts.lengths / texts.texts);
  const norms = roomForNorms(ids.length);
  for (let place = 0; place < ids.length; place += 1) {
    const length = texts.length[ids[place] as number] as number;
    norms[place] = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * length) / average);
  }
  const scores = roomForKeys(ids.length).fill(0);
  // Word by word, along one list at a time.
  for (const { ids: own, weights } of words) {
    const rarity = Math.log(1 + (texts.texts + 0.5) / (Math.min(own.length, texts.texts) + 0.5));
    let at = 0;
    for (let place = 0; place < ids.length; place += 1) {
      at = nextAtLeast(own, ids[place] as number, at);
      const weight = (weights[at] as number) / 2;
      const score = (rarity * weight * (SATURATION + 1)) / (weight + (norms[place] as number));
      scores[place] = (scores[place] as number) + score;
    }
  }
  for (let place = 0; place < ids.length; place += 1) {
    const id = ids[place] as number;
    const age = Math.max(0, texts.newest - (texts.publishedAt[id] as number));
    const recent = 1 + RECENT_BONUS * 2 ** (-age / HALF_GONE_MS);
    scores[place] = (scores[place] as number) * recent * (texts.isWithdrawn[id] === 1 ? WITHDRAWN_SHARE : 1);
  }
  return scores;
}

/** For the newest first. @returns an instant for each, until it is asked again. */
export function instantsOf(ids: Uint32Array, { publishedAt }: KnownTexts): Float64Array {
  const instants = roomForKeys(ids.length);
  for (let place = 0; place < ids.length; place += 1) instants[place] = publishedAt[ids[place] as number] as number;
  return instants;
}

import type { Hits } from './hits.ts';
import { firstAtLeast } from './hits.ts';
import type { KnownTexts } from './known-texts.ts';

/** How often-repeated words stop counting, and how much long texts are held against: BM25’s usual values. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.75;

/** The newest text is worth this much more than a very old one that says the same; half of it is gone after three years. */
const RECENT_BONUS = 0.25;
const HALF_GONE_MS = 3 * 365.25 * 86_400_000;

/** A withdrawn text stands below one that says the same. */
const WITHDRAWN_SHARE = 0.4;

/**
 * How well a text answers: BM25 over what each word weighs in it (headline five times a body’s word, summary two and a half
 * times), a little more for recent texts. Ask in ascending order of `id`.
 *
 * @see https://doi.org/10.1561/1500000019 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)
 */
export function scorer(words: readonly Hits[], texts: KnownTexts): (id: number) => number {
  const average = texts.texts === 0 ? 1 : Math.max(1, texts.lengths / texts.texts);
  const rarities = words.map(({ ids }) =>
    Math.log(1 + (texts.texts + 0.5) / (Math.min(ids.length, texts.texts) + 0.5)),
  );
  const cursors = words.map(() => 0);
  return (id) => {
    const norm = SATURATION * (1 - LENGTH_SHARE + (LENGTH_SHARE * (texts.length[id] as number)) / average);
    let score = 0;
    for (let word = 0; word < words.length; word += 1) {
      const { ids, weights } = words[word] as Hits;
      const at = firstAtLeast(ids, id, cursors[word] as number);
      cursors[word] = at;
      const weight = (weights[at] as number) / 2;
      score += ((rarities[word] as number) * weight * (SATURATION + 1)) / (weight + norm);
    }
    const age = Math.max(0, texts.newest - (texts.publishedAt[id] as number));
    const recent = 1 + RECENT_BONUS * 2 ** (-age / HALF_GONE_MS);
    return score * recent * (texts.isWithdrawn[id] === 1 ? WITHDRAWN_SHARE : 1);
  };
}

import type { Shelf } from './archive-shelf.ts';
import { nearWords } from './near-words.ts';
import type { Query, Wanted } from './query.ts';
import { eachTerm } from './terms/each-term.ts';

/** In how many statements near words are asked for: some hundreds are near to one word. */
const ASKED_AT_ONCE = 500;

/** The words of a query that found nothing, with those that this archive does not know changed to the nearest it does. */
export async function meantInstead(shelf: Shelf, query: Query): Promise<string | null> {
  let isChanged = false;
  const words: string[] = [];
  for (const wanted of query.words) {
    const meant = wanted.kind === 'word' ? await nearest(shelf, wanted) : null;
    isChanged ||= meant !== null;
    words.push(meant ?? asTyped(wanted));
  }
  return isChanged ? words.join(' ') : null;
}

function asTyped({ kind, text }: Wanted): string {
  if (kind === 'phrase') return `"${text}"`;
  return kind === 'prefix' ? `${text}*` : text;
}

/** The near word of the most texts; null for a word that is known, or is near to none. */
async function nearest(shelf: Shelf, { text }: Wanted): Promise<string | null> {
  const written: (string | null)[] = [];
  eachTerm(text, 'und', (_term, _position, word) => written.push(word));
  const [word] = written;
  if (written.length !== 1 || word === null || word === undefined) return null;
  if ((await shelf.countWords([word])).size > 0) return null;

  const near = nearWords(word);
  let best: { word: string; texts: number } | null = null;
  for (let from = 0; from < near.length; from += ASKED_AT_ONCE) {
    for (const [one, texts] of await shelf.countWords(near.slice(from, from + ASKED_AT_ONCE))) {
      if (best === null || texts > best.texts || (texts === best.texts && one < best.word)) best = { word: one, texts };
    }
  }
  return best?.word ?? null;
}

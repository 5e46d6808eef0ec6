import type { Shelf } from './archive-shelf.ts';
import { cutAtRuns, withMissedCharacter } from './missed-character.ts';
import { nearWords } from './near-words.ts';
import type { Query, Wanted } from './query.ts';
import { eachTerm } from './terms/each-term.ts';

/** In how many statements near words are asked for: some hundreds are near to one word. */
const ASKED_AT_ONCE = 500;

/** In how many runs of an unspaced script a missed character is looked for: each costs a page of hits. */
const MOST_RUNS = 3;

/** The words of a query that found nothing, with those that this archive does not know changed to the nearest it does. */
export async function meantInstead(shelf: Shelf, query: Query): Promise<string | null> {
  let isChanged = false;
  let runsLeft = MOST_RUNS;
  const words: string[] = [];
  for (const wanted of query.words) {
    const meant = wanted.kind === 'word' ? ((await nearest(shelf, wanted)) ?? (await nearestRuns(wanted))) : null;
    isChanged ||= meant !== null;
    words.push(meant ?? asTyped(wanted));
  }
  return isChanged ? words.join(' ') : null;

  async function nearestRuns({ text }: Wanted): Promise<string | null> {
    const parts = cutAtRuns(text);
    for (let at = 1; at < parts.length && runsLeft > 0; at += 2) {
      runsLeft -= 1;
      parts[at] = (await withMissedCharacter(shelf, parts[at] as string)) ?? (parts[at] as string);
    }
    const meant = parts.join('');
    return meant === text ? null : meant;
  }
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

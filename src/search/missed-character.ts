import { textOfHtml } from '../platform/text-of-html.ts';
import type { FoundText } from '../published/found.query.ts';
import type { Shelf } from './archive-shelf.ts';
import { DEEPEST } from './extract.ts';
import { inAll } from './hits.ts';
import { hitsOfPhrase, type Postings } from './look-up.ts';
import { SPACED, UNSPACED } from './terms/character-kinds.ts';
import { kindAt } from './terms/run-at.ts';

/** One character alone is near to everything, and more of them are a sentence. */
const [SHORTEST, LONGEST] = [2, 12];

/** No more than a page of hits has: it takes no longer than if something had been found. */
const MOST_READ = 20;

/** Whoever looks for a word means one of a headline or a summary sooner than one of a body. */
const HEAD_WEIGHT = 3;

/** Or one that the dictionary of the script has, sooner than a piece cut out of a longer one. */
const WORD_WEIGHT = 3;

/** A run of which one character is in doubt. */
interface Gap {
  readonly before: string;
  readonly behind: string;
}

/**
 * A run of an unspaced script with that one of its characters changed that was most likely missed, to what stands in its place in the
 * most of the newest texts that hold the others.
 *
 * @returns null for a run that stands in the archive, or is near to nothing there.
 */
export async function withMissedCharacter(shelf: Shelf, run: string): Promise<string | null> {
  if (run.length < SHORTEST || run.length > LONGEST) return null;
  const postings = await shelf.postingsOf([...run, ...pairsOf(run)], shelf.whole);
  if (textsWith(shelf, postings, [run]).length > 0) return null;

  const near = gapsIn(run, postings)
    .map((gap) => ({ gap, ids: textsWith(shelf, postings, [gap.before, gap.behind]) }))
    .filter(({ ids }) => ids.length > 0);
  const each = Math.ceil(MOST_READ / near.length);
  const read = new Set(near.flatMap(({ ids }) => [...ids.slice(-each)]));
  const texts = await shelf.found([...read].slice(0, MOST_READ), 'und');
  return heaviest(
    texts,
    near.map(({ gap }) => gap),
  );
}

/** Where the missed character may be: each pair that no text has holds it. */
function gapsIn(run: string, postings: Postings): Gap[] {
  const missing = pairsOf(run).flatMap((pair, at) => (postings.hitsOf(pair).ids.length === 0 ? [at] : []));
  const places = Array.from(run, (_, at) => at).filter((at) => missing.every((pair) => pair === at || pair === at - 1));
  return places.map((at) => ({ before: run.slice(0, at), behind: run.slice(at + 1) }));
}

/** Texts with these parts, each followed by one character and the next part; ascending. A part of one character may stand anywhere. */
function textsWith({ texts }: Shelf, postings: Postings, parts: readonly string[]): Uint32Array {
  const alone = parts.filter(({ length }) => length === 1).map((part) => postings.hitsOf(part).ids);
  const asked: { position: number; anyOf: string[] }[] = [];
  let position = 0;
  for (const part of parts) {
    for (const [at, pair] of pairsOf(part).entries()) asked.push({ position: position + at, anyOf: [pair] });
    position += part.length + 1;
  }
  const among = alone.length === 0 ? null : inAll(alone);
  const ids = asked.length === 0 ? inAll(alone) : hitsOfPhrase(postings, asked, among).ids;
  return ids.filter((id) => texts.release[id] !== 0);
}

function heaviest(texts: readonly FoundText[], gaps: readonly Gap[]): string | null {
  const weights = new Map<string, number>();
  for (const { item, body } of texts) {
    const head = `${item.text?.headline ?? ''}\n${item.text?.summary ?? ''}`;
    const whole = `${head}\n${textOfHtml(body).slice(0, DEEPEST)}`;
    for (const meant of new Set(gaps.flatMap((gap) => fillingsOf(gap, whole)))) {
      weights.set(meant, (weights.get(meant) ?? 0) + (head.includes(meant) ? HEAD_WEIGHT : 1));
    }
  }
  for (const [meant, weight] of weights) if (isWord(meant)) weights.set(meant, weight * WORD_WEIGHT);
  const [best] = [...weights].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1));
  return best?.[0] ?? null;
}

const dictionary = new Intl.Segmenter('und', { granularity: 'word' });

function isWord(run: string): boolean {
  return [...dictionary.segment(run)].length === 1;
}

/** Every way in which a text fills the gap, with a character of the same script. */
function fillingsOf({ before, behind }: Gap, text: string): string[] {
  const script = kindAt(before + behind, 0);
  const found: string[] = [];
  const known = before === '' ? behind : before;
  for (let at = text.indexOf(known); at !== -1; at = text.indexOf(known, at + 1)) {
    const gap = before === '' ? at - 1 : at + before.length;
    if (gap < 0 || kindAt(text, gap) !== script || !text.startsWith(behind, gap + 1)) continue;
    found.push(before + text.charAt(gap) + behind);
  }
  return found;
}

function pairsOf(run: string): string[] {
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, at) => run.slice(at, at + 2));
}

/** What was typed, cut into runs of an unspaced script and what stands between them; runs have the odd places. */
export function cutAtRuns(text: string): string[] {
  const parts = [''];
  for (const character of text) {
    const isInRun = parts.length % 2 === 0;
    const kind = kindAt(character, 0);
    // A character beyond the first plane is rare enough to be typed right.
    const isUnspaced = character.length === 1 && kind >= UNSPACED && kind < SPACED;
    if (isUnspaced !== isInRun) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
}

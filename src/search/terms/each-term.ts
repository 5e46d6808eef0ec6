import type { Locale } from '../../platform/locales.ts';
import { APOSTROPHE, DIGIT, DROPPED, kindOf, LATIN, MARK, SPACED, UNSPACED } from './character-kinds.ts';
import { copyOf } from './copy-of.ts';
import { numberAt } from './number-at.ts';
import { referenceAt } from './reference-at.ts';
import { endOfPlainRun, kindAt, runAt, widthAt } from './run-at.ts';
import type { TakeTerm } from './take-term.ts';
import { eachPair } from './unspaced-run.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Raised whenever the rules by which a text is cut change: an index of another alphabet is built anew. */
export const ALPHABET = 1;

/**
 * Cuts a text into terms. A term's positions ascend.
 *
 * - A word is one term at one position: folded, then stemmed.
 * - A run of n characters of an unspaced script uses n positions: at each the pair that begins there, and the single
 *   character, which has a position only at the ends of the run (inside, pairs say more).
 * - A reference stands whole at the position of its first part; its parts stand at this position and those that follow.
 *
 * @returns how many positions were used.
 */
export function eachTerm(text: string, locale: Locale, take: TakeTerm): number {
  const vocabulary = vocabularyOf(locale);
  const cursor: Cursor = { text, at: 0, position: 0, plainUntil: 0, partsUntil: 0 };
  while (cursor.at < text.length) {
    const kind = kindAt(text, cursor.at);
    if (kind >= SPACED || kind === DIGIT) takeWord(cursor, kind, vocabulary, take);
    else if (kind >= UNSPACED) takeUnspaced(cursor, kind, take);
    else cursor.at += widthAt(text, cursor.at);
  }
  return cursor.position;
}

interface Cursor {
  readonly text: string;
  at: number;
  position: number;
  /** Before here, digits with commas between them are a row of numbers. */
  plainUntil: number;
  /** Before here, words are parts of a reference that was taken. */
  partsUntil: number;
}

function takeUnspaced(cursor: Cursor, kind: number, take: TakeTerm): void {
  const { text, at } = cursor;
  const { end } = runAt(text, at, kind);
  cursor.position += eachPair(text, at, end, cursor.position, take);
  cursor.at = end;
}

function takeWord(cursor: Cursor, first: number, vocabulary: Vocabulary, take: TakeTerm): void {
  const { text, at: start } = cursor;
  let kind = first;
  let end = first < UNSPACED ? -1 : endOfPlainRun(text, start, first);
  if (end === -1) ({ end, kind } = runAt(text, start, first));
  cursor.at = end;
  if (kind === DIGIT) return takeNumber(cursor, start, end, take);

  const next = end < text.length ? text.charCodeAt(end) : SPACE;
  if (next !== SPACE) {
    if ((next === HYPHEN || next === SLASH) && start >= cursor.partsUntil) takeReference(cursor, start, take);
    else if (kindOf(next) === APOSTROPHE && isElided(cursor, start, end)) return;
  }
  const known = vocabulary.know(text.slice(start, end), kind);
  if (known === null) return;
  take(known.term, cursor.position, known.word, start, end);
  cursor.position += 1;
}

const SPACE = 0x20;
const HYPHEN = 0x2d;
const SLASH = 0x2f;

/** Is the word before the apostrophe but an article or the like? A possessive ’s is passed over. */
function isElided(cursor: Cursor, start: number, end: number): boolean {
  const { text } = cursor;
  const next = kindAt(text, end + 1);
  if (next !== LATIN && next !== DIGIT) return false;
  if (/[sS]/.test(text[end + 1] as string) && !isInWord(kindAt(text, end + 2))) {
    cursor.at = end + 2;
    return false;
  }
  return end - start <= 6 && elided.has(text.slice(start, end).toLowerCase());
}

/** French, Italian and Catalan words that lose their end before a vowel. */
const elided = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu un all dall dell nell sull coll quell'.split(' '),
);

function isInWord(kind: number): boolean {
  return kind === LATIN || kind === DIGIT || kind === MARK || kind === DROPPED;
}

function takeReference(cursor: Cursor, start: number, take: TakeTerm): void {
  const end = referenceAt(cursor.text, start);
  if (end === null) return;
  take(copyOf(cursor.text.slice(start, end)).toLowerCase(), cursor.position, null, start, end);
  cursor.partsUntil = end;
}

function takeNumber(cursor: Cursor, start: number, end: number, take: TakeTerm): void {
  const number = numberAt(cursor.text, start, end, cursor.plainUntil);
  cursor.plainUntil = number.plainUntil;
  cursor.at = number.end;
  take(number.term, cursor.position, null, start, number.end);
  cursor.position += 1;
}

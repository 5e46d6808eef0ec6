import type { Locale } from '../../platform/locales.ts';
import { APOSTROPHE, DIGIT, DROPPED, kindOf, LATIN, MARK, SPACED, UNSPACED } from './character-kinds.ts';
import { numberAt } from './number-at.ts';
import { referenceAt } from './reference-at.ts';
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
  const end = endOfRun(text, at, (one) => one === kind);
  cursor.position += eachPair(text, at, end, cursor.position, take);
  cursor.at = end;
}

function takeWord(cursor: Cursor, first: number, vocabulary: Vocabulary, take: TakeTerm): void {
  const { text, at: start } = cursor;
  let kind = first;
  let hasDigits = kind === DIGIT;
  const end = endOfRun(text, start, (one) => {
    if (one === DIGIT) hasDigits = true;
    else if (kind === DIGIT && one >= SPACED) kind = one;
    return one === DIGIT || one === kind;
  });
  cursor.at = end;
  if (kind === DIGIT) return takeNumber(cursor, start, end, take);

  if (kind === LATIN && cursor.at < text.length) {
    const next = text.charCodeAt(end);
    if ((next === HYPHEN || next === SLASH) && start >= cursor.partsUntil) takeReference(cursor, start, take);
    if (kindAt(text, end) === APOSTROPHE && dropsAtApostrophe(cursor, start, end)) return;
  }
  const known = vocabulary.know(text.slice(start, end), hasDigits ? DIGIT : kind);
  if (known === null) return;
  take(known.term, cursor.position, known.word, start, end);
  cursor.position += 1;
}

const HYPHEN = 0x2d;
const SLASH = 0x2f;

/** Passes over a possessive ’s. @returns whether the word before the apostrophe is but an article or the like. */
function dropsAtApostrophe(cursor: Cursor, start: number, end: number): boolean {
  const { text } = cursor;
  const next = end + 1 < text.length ? kindAt(text, end + 1) : 0;
  if (next !== LATIN && next !== DIGIT) return false;
  if (/[sS]/.test(text[end + 1] as string) && !continues(text, end + 2)) {
    cursor.at = end + 2;
    return false;
  }
  return end - start <= 6 && elided.has(text.slice(start, end).toLowerCase());
}

/** French, Italian and Catalan words that lose their end before a vowel. */
const elided = new Set(
  'c d j l m n s t qu jusqu lorsqu puisqu quoiqu un all dall dell nell sull coll quell'.split(' '),
);

function continues(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const kind = kindAt(text, at);
  return kind === LATIN || kind === DIGIT || kind === MARK || kind === DROPPED;
}

function takeReference(cursor: Cursor, start: number, take: TakeTerm): void {
  const end = referenceAt(cursor.text, start);
  if (end === null) return;
  take(cursor.text.slice(start, end).toLowerCase(), cursor.position, null, start, end);
  cursor.partsUntil = end;
}

function takeNumber(cursor: Cursor, start: number, end: number, take: TakeTerm): void {
  const number = numberAt(cursor.text, start, end, cursor.plainUntil);
  cursor.plainUntil = number.plainUntil;
  cursor.at = number.end;
  take(number.term, cursor.position, null, start, number.end);
  cursor.position += 1;
}

/** Where a run ends that begins at `start`. What vanishes is inside it, but not its end. */
function endOfRun(text: string, start: number, belongs: (kind: number) => boolean): number {
  let end = start;
  for (let at = start; at < text.length; ) {
    const kind = kindAt(text, at);
    const width = widthAt(text, at);
    if (kind === DROPPED || (kind === APOSTROPHE && isInsideWord(text, at, belongs))) {
      at += width;
      continue;
    }
    if (kind !== MARK && !belongs(kind)) break;
    at += width;
    end = at;
  }
  return end;
}

/** Ukrainian and Hebrew have an apostrophe as a letter; Latin scripts cut there. */
function isInsideWord(text: string, at: number, belongs: (kind: number) => boolean): boolean {
  const next = at + 1 < text.length ? kindAt(text, at + 1) : 0;
  return next > LATIN && belongs(next);
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return kindOf(unit < 0xd800 || unit > 0xdfff ? unit : (text.codePointAt(at) as number));
}

function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

import { APOSTROPHE, DIGIT, DROPPED, kindOf, LATIN, MARK, SPACED, UNSPACED } from './character-kinds.ts';
import { copyOf } from './copy-of.ts';
import type { Cuts } from './cuts.ts';
import { numberAt } from './number-at.ts';
import { referenceAt } from './reference-at.ts';
import { endOfPlainRun, kindAt, runAt, widthAt } from './run-at.ts';
import { cutRun } from './unspaced-run.ts';

/** The rules by which a text is cut, as `eachTerm` tells them. @returns how many positions were used. */
export function cutText(text: string, cuts: Cuts): number {
  const cursor: Cursor = { text, at: 0, position: 0, plainUntil: 0, partsUntil: 0 };
  while (cursor.at < text.length && cuts.isEnough !== true) {
    const kind = kindAt(text, cursor.at);
    if (kind >= SPACED || kind === DIGIT) cutWord(cursor, kind, cuts);
    else if (kind >= UNSPACED) cutUnspaced(cursor, kind, cuts);
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

function cutUnspaced(cursor: Cursor, kind: number, cuts: Cuts): void {
  const { text, at } = cursor;
  let end = endOfPlainRun(text, at, kind);
  if (end === -1) ({ end } = runAt(text, at, kind));
  cursor.position += cutRun(text, at, end, cursor.position, cuts);
  cursor.at = end;
}

function cutWord(cursor: Cursor, first: number, cuts: Cuts): void {
  const { text, at: start } = cursor;
  let kind = first;
  let end = first < UNSPACED ? -1 : endOfPlainRun(text, start, first);
  if (end === -1) ({ end, kind } = runAt(text, start, first));
  cursor.at = end;
  if (kind === DIGIT) return cutNumber(cursor, start, end, cuts);

  const next = end < text.length ? text.charCodeAt(end) : SPACE;
  if (next !== SPACE) {
    if ((next === HYPHEN || next === SLASH) && start >= cursor.partsUntil) cutReference(cursor, start, cuts);
    else if (kindOf(next) === APOSTROPHE && isElided(cursor, start, end)) return;
  }
  if (cuts.word(text, start, end, kind, cursor.position)) cursor.position += 1;
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

function cutReference(cursor: Cursor, start: number, cuts: Cuts): void {
  const end = referenceAt(cursor.text, start);
  if (end === null) return;
  cuts.term(copyOf(cursor.text.slice(start, end)).toLowerCase(), start, end, cursor.position);
  cursor.partsUntil = end;
}

function cutNumber(cursor: Cursor, start: number, end: number, cuts: Cuts): void {
  const number = numberAt(cursor.text, start, end, cursor.plainUntil);
  cursor.plainUntil = number.plainUntil;
  cursor.at = number.end;
  cuts.term(number.term, start, number.end, cursor.position);
  cursor.position += 1;
}

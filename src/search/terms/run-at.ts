import { APOSTROPHE, DIGIT, DROPPED, GAP, kindOf, LATIN, MARK, SPACED, UNSPACED } from './character-kinds.ts';

/** Characters that belong together: a word, digits, or a run of an unspaced script. */
export interface Run {
  readonly end: number;
  /** Of its letters; `MIXED` where digits stand between them. */
  readonly kind: number;
}

/** Letters with digits, as in CO2: found as it is written. */
export const MIXED = 0;

/**
 * The run that begins at `start` with a character of kind `first`. What vanishes in a term is inside it, but not its end. An
 * apostrophe is a letter to Ukrainian and Hebrew; in Latin words it cuts.
 */
export function runAt(text: string, start: number, first: number): Run {
  let letters = first;
  let hasDigits = first === DIGIT;
  let end = start;
  for (let at = start; at < text.length; at += widthAt(text, at)) {
    const kind = kindAt(text, at);
    if (kind === DIGIT && first >= UNSPACED && first < SPACED) break;
    if (kind === DIGIT) hasDigits = true;
    else if (kind >= SPACED && letters === DIGIT) letters = kind;
    else if (kind === DROPPED || (kind === APOSTROPHE && isLetter(text, at, letters))) continue;
    else if (kind !== letters && kind !== MARK) break;
    end = at + widthAt(text, at);
  }
  return { end, kind: hasDigits && letters !== DIGIT ? MIXED : letters };
}

function isLetter(text: string, at: number, letters: number): boolean {
  return letters > LATIN && at + 1 < text.length && kindAt(text, at + 1) === letters;
}

/**
 * Where the letters of kind `first` end that begin at `start`, for the most words, which end there; -1 where `runAt` has to look
 * more closely: at marks, digits, what vanishes and characters beyond the first plane.
 */
export function endOfPlainRun(text: string, start: number, first: number): number {
  let end = start;
  let kind = first;
  while (kind === first) {
    end += 1;
    if (end >= text.length) return end;
    kind = kindOf(text.charCodeAt(end));
  }
  if (kind === GAP || (kind === APOSTROPHE && first === LATIN)) return end;
  return first !== DIGIT && kind >= UNSPACED ? end : -1;
}

export function kindAt(text: string, at: number): number {
  if (at >= text.length) return GAP;
  return kindOf(text.charCodeAt(at)) || kindOf(text.codePointAt(at) as number) || GAP;
}

export function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit < 0xdc00 && (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
}

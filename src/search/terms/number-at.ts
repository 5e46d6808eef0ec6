import { DIGIT, kindOf, MARK, SPACED } from './character-kinds.ts';
import { fold } from './fold.ts';

export interface NumberFound {
  /** `1200` for 1,200 and 1.200; `3.5` for 3.5 and 3,5. */
  readonly term: string;
  readonly end: number;
  /** Up to here the text is a row of numbers, as in 10.10.2017: each is taken alone. */
  readonly plainUntil: number;
}

/** The number whose first digits stand from `start` to `end`. */
export function numberAt(text: string, start: number, end: number, plainUntil: number): NumberFound {
  const first = fold(text.slice(start, end));
  const alone = { term: first, end, plainUntil };
  if (start < plainUntil || !isSeparator(text, end)) return alone;

  const separator = text[end];
  let digits = first;
  let at = end;
  if (first.length <= 3 && !first.startsWith('0')) {
    while (text[at] === separator && digitsFrom(text, at + 1) === 3) {
      digits += fold(text.slice(at + 1, at + 4));
      at += 4;
    }
  }
  const isGrouped = at > end;
  if (isGrouped && (!isSeparator(text, at) || digitsFrom(text, at + 1) === 0))
    return { term: shortened(digits), end: at, plainUntil };

  const decimals = isSeparator(text, at) && !(isGrouped && text[at] === separator) ? digitsFrom(text, at + 1) : 0;
  const last = at + 1 + decimals;
  const goesOn = isSeparator(text, last) && digitsFrom(text, last + 1) > 0;
  if (decimals > 0 && !goesOn) {
    return { term: shortened(`${digits}.${fold(text.slice(at + 1, last))}`), end: last, plainUntil };
  }
  return { ...alone, plainUntil: endOfRow(text, end) };
}

function endOfRow(text: string, end: number): number {
  let at = end;
  while (isSeparator(text, at)) {
    const digits = digitsFrom(text, at + 1);
    if (digits === 0) break;
    at += 1 + digits;
  }
  return at;
}

function isSeparator(text: string, at: number): boolean {
  return at < text.length && /[.,٫٬．，]/.test(text[at] as string);
}

/** How many digits stand here, with no letter behind them; 0 where a letter follows. */
function digitsFrom(text: string, start: number): number {
  let at = start;
  while (at < text.length && kindOf(text.charCodeAt(at)) === DIGIT) at += 1;
  const next = at < text.length ? kindOf(text.codePointAt(at) as number) : 0;
  return next >= SPACED || next === MARK ? 0 : at - start;
}

function shortened(term: string): string {
  return term.slice(0, 64);
}

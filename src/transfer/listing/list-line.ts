import { columnsOf } from './words.ts';

export const GAP_ABOVE_FILE = 9;

/** A line of a list with something on it, and what stood around it. */
export interface ListLine {
  /** 1-based, in the file. */
  readonly number: number;
  /** Without the white space around it. */
  readonly text: string;
  /** Columns of white space before it; a tab counts 4. */
  readonly indent: number;
  /** Empty lines before it; GAP_ABOVE_FILE at the start of the file. */
  readonly gap: number;
  /** What markup told; null in a plain text. */
  readonly markup: Markup | null;
}

export interface Markup {
  /** `opens`: the first line of an element that holds one release. `outside`: in no such element. */
  readonly place: 'opens' | 'inside' | 'outside' | 'unknown';
  readonly isHeading: boolean;
  /** `YYYY-MM-DD` of the element's `datetime`, for a line that is that element alone. */
  readonly day: string | null;
  /** Under a picture: its caption or its credit. */
  readonly isCaption: boolean;
  /** Of an element that says of itself that it is a credit. */
  readonly isCredit: boolean;
}

/** Where the wrapped lines of the file end; null where lines are as long as their paragraphs. */
export type WrapColumns = number | null;

/** Does `next` go on with the sentence of `line`, in one wrapped text? */
export function goesOn(line: ListLine, next: ListLine, wrap: WrapColumns): boolean {
  if (next.gap > 0 || next.markup !== null) return false;
  if (/[,،;，、]$|\p{L}[-\u00ad]$/u.test(line.text)) return true;
  if (/[(（][^()（）]*$/u.test(line.text) && /^[^()（）]*[)）]/u.test(next.text)) return true;
  if (beginsSmall(next) && !/[.!?。]$/u.test(line.text)) return true;
  if (wrap === null) return false;
  const firstWord = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(next.text)
    ? 2
    : columnsOf(/^\S+/.exec(next.text)?.[0] ?? '') + 1;
  return line.indent + columnsOf(line.text) + firstWord > wrap;
}

export function beginsSmall(line: ListLine): boolean {
  return /^\p{Ll}/u.test(line.text);
}

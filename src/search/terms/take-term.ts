/**
 * @param position counted from 0 through the text; `NOWHERE` for one character inside a run of an unspaced script.
 * @param word the folded written form; null for what is no word: numbers, references, characters of an unspaced script.
 * @param start and `end`: where it stands in the text, in UTF-16 units.
 */
export type TakeTerm = (term: string, position: number, word: string | null, start: number, end: number) => void;

/** The position of what is in the text, and whose place nobody asks for. */
export const NOWHERE = -1;

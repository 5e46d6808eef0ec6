/** Is told where a text is cut. Words and characters are named by their place: whoever counts them makes no string of each. */
export interface Cuts {
  /** Set where the rest of the text need not be cut. */
  isEnough?: boolean;
  /**
   * A word as it is written.
   *
   * @param kind of its letters; with digits it is `MIXED`.
   * @returns false where nothing readable is in it: then it uses no position.
   */
  word(text: string, start: number, end: number, kind: number, position: number): boolean;
  /** A character, or a pair of them, of an unspaced script, each of one UTF-16 unit and in a term as it stands in the text. */
  characters(text: string, start: number, end: number, position: number): void;
  /** All that `characters` would be told of a run, at once: for who looks for few of them, and nothing of their positions. */
  run?(text: string, start: number, end: number): void;
  /** Anything else, as it will be looked up. */
  term(term: string, start: number, end: number, position: number): void;
}

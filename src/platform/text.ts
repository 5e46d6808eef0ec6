import { Fault } from './faults.ts';

/** What no text may hold; line feed and tab are welcome. */
const controlCharacter = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/;

/**
 * A text as it may be stored and shown: whole Unicode characters, no control characters but line feed and tab.
 * Bidirectional controls and zero-width characters are kept: pages isolate every text, so they are inert.
 *
 * @param limit in UTF-16 units.
 * @throws Fault TEXT_INVALID naming `field` and the reason.
 */
export function plainText(text: string, field: string, limit: number): string {
  const refuse = (problem: string): never => {
    throw new Fault('TEXT_INVALID', { field, problem });
  };
  if (text.length > limit) refuse(`it has ${text.length} characters; at most ${limit} are accepted. Shorten it.`);
  if (!text.isWellFormed())
    refuse('it holds half a character (a lone surrogate). Save the source as UTF-8 and try again.');
  const control = controlCharacter.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    refuse(`it holds the control character U+${code} at position ${control.index + 1}. Remove it.`);
  }
  return text;
}

export function withoutControls(text: string): string {
  return text.replace(new RegExp(controlCharacter, 'g'), '');
}

/** Is there nothing to see? Blanks, and characters that nobody sees; those that join letters inside a word are among them. */
export function isBlank(text: string): boolean {
  return /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text);
}

/** As plainText, on one line and not empty. */
export function lineOfText(text: string, field: string, limit: number): string {
  plainText(text, field, limit);
  if (/[\n\u2028\u2029]/.test(text)) throw new Fault('TEXT_INVALID', { field, problem: 'it must be on one line.' });
  if (isBlank(text)) throw new Fault('TEXT_INVALID', { field, problem: 'it is empty. Write something.' });
  return text;
}

/** @param most in UTF-16 units. A character that would be cut in half is left out. */
export function cutTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** As cutTo, with a mark where something is missing. */
export function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${cutTo(text, most - 1)}…`;
}

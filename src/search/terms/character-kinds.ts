/** What a character is to somebody who cuts a text into terms. Scripts have a number each, from `UNSPACED` on. */
export const GAP = 1;
/** Vanishes inside words: soft hyphens, zero-width characters, bidi controls, the Arabic tatweel. */
export const DROPPED = 2;
export const MARK = 3;
export const APOSTROPHE = 4;
export const DIGIT = 5;

/** Scripts written without spaces between words: Han, kana and hangul as one, Thai, Lao, Khmer, Burmese. */
const unspaced = [
  ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul'],
  ['Thai'],
  ['Lao'],
  ['Khmer'],
  ['Myanmar'],
] as const;

/** Scripts with words. What is in neither list shares the last number. */
const spaced = [
  ...['Latin', 'Cyrillic', 'Arabic', 'Greek', 'Hebrew', 'Armenian', 'Georgian', 'Devanagari', 'Bengali', 'Gurmukhi'],
  ...['Gujarati', 'Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala', 'Ethiopic', 'Mongolian', 'Tibetan'],
] as const;

export const UNSPACED = DIGIT + 1;
export const SPACED = UNSPACED + unspaced.length;

export type SpacedScript = (typeof spaced)[number];

export function kindOfScript(script: SpacedScript): number {
  return SPACED + spaced.indexOf(script);
}

export const LATIN = kindOfScript('Latin');

/** By code point, filled as characters are met. The system hands out its memory as it is touched. */
const kinds = new Uint8Array(0x11_0000);

/** 0 for half a character (a surrogate). */
export function kindOf(codePoint: number): number {
  return kinds[codePoint] || learn(codePoint);
}

function learn(codePoint: number): number {
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return 0;
  const kind = kindOfCharacter(String.fromCodePoint(codePoint));
  kinds[codePoint] = kind;
  return kind;
}

const dropped = /^[\p{Default_Ignorable_Code_Point}\u0640\u02bb]$/u;
const scripts = [...unspaced, ...spaced.map((script) => [script])];
const lettersOf = scripts.map((names) => anyOf('scx', names));
const marksOf = scripts.map((names) => anyOf('sc', names));

function anyOf(property: 'sc' | 'scx', names: readonly string[]): RegExp {
  return new RegExp(`^[${names.map((name) => `\\p{${property}=${name}}`).join('')}]`, 'u');
}

function kindOfCharacter(character: string): number {
  if (dropped.test(character)) return DROPPED;
  if (/^['’‘ʼ＇]$/.test(character)) return APOSTROPHE;
  if (!/^[\p{L}\p{M}\p{N}]$/u.test(character)) return GAP;

  // As it will be written in a term: ﬁ is Latin, ① a digit, ½ neither.
  const folded = character.normalize('NFKC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  if (/^\p{Nd}+$/u.test(folded)) return DIGIT;
  if (folded === '' || /^\p{Nd}/u.test(folded)) return GAP;
  if (/^\p{M}/u.test(folded)) return kindOfMark(folded);
  const script = lettersOf.findIndex((one) => one.test(folded));
  return script === -1 ? SPACED + spaced.length : UNSPACED + script;
}

/** Vowels and tones of Thai and its neighbours are characters of a run; other marks belong to their letter. */
function kindOfMark(mark: string): number {
  const script = marksOf.findIndex((one) => one.test(mark));
  return script >= 1 && script < unspaced.length ? UNSPACED + script : MARK;
}

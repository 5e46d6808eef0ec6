import type { Check, DeskText } from './warnings.ts';

/** Days between two texts that may still be one text twice. */
const NEAR_DAYS = 31;
/** Share of the letter pairs of two headlines that agree; below it they are two headlines. */
const ALIKE = 0.88;
/** Shorter headlines are alike by chance. In UTF-16 units. */
const MIN_LENGTH = 12;

/** The same headline on the same day, or nearly the same within a month. Reported at the later of the two. */
export const checkDuplicates: Check = (text, { recent }) => {
  const headline = printOf(text);
  const twin = recent.find(
    (other) => text.date !== null && other.date === text.date && printOf(other).words === headline.words,
  );
  if (twin !== undefined) {
    return [{ code: 'same-day-duplicate', detail: `“${twin.headline}” stands twice on ${text.date}.` }];
  }
  const near = recent.find((other) => isAlike(headline, printOf(other)) && isNear(text, other));
  if (near === undefined) return [];
  const day = near.date === null ? '' : ` of ${near.date}`;
  return [{ code: 'near-duplicate', detail: `Nearly the same as “${near.headline}”${day}.` }];
};

/** What two headlines are compared by. */
interface Print {
  /** In small letters, without punctuation. */
  readonly words: string;
  readonly numbers: string;
  /** Codes of its letter pairs, sorted. */
  readonly pairs: Float64Array;
}

/** Each headline is compared with 50 others. */
const prints = new WeakMap<DeskText, Print>();

function printOf(text: DeskText): Print {
  const known = prints.get(text);
  if (known !== undefined) return known;
  const words = text.headline
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const print = { words, numbers: (words.match(/\p{N}+/gu) ?? []).join(' '), pairs: pairsOf(words) };
  prints.set(text, print);
  return print;
}

function isNear(text: DeskText, other: DeskText): boolean {
  if (text.date === null || other.date === null) return true;
  return Math.abs(Date.parse(text.date) - Date.parse(other.date)) <= NEAR_DAYS * 86_400_000;
}

/** Numbers tell serial texts apart: `Bulletin 12` is not `Bulletin 13`. */
function isAlike(one: Print, other: Print): boolean {
  if (one.words === other.words) return true;
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  if (short.words.length < MIN_LENGTH || short.words.length < long.words.length * 0.8) return false;
  if (one.numbers !== other.numbers) return false;
  return agreement(one.pairs, other.pairs) >= ALIKE && !differsInOneWord(one.words, other.words);
}

/** `Figures for May` and `Figures for June`: one word of a fixed title is another. A slip changes a word only a little. */
function differsInOneWord(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  if (a.length !== b.length) return false;
  return a.some((word, index) => {
    const counterpart = b[index] ?? '';
    // An article more or less, or another one, is a slip.
    if (word.length < 3 || counterpart.length < 3) return false;
    return word !== counterpart && agreement(pairsOf(word), pairsOf(counterpart)) < 0.5;
  });
}

function pairsOf(words: string): Float64Array {
  const pairs = new Float64Array(Math.max(0, words.length - 1));
  for (let index = 0; index < pairs.length; index++) {
    pairs[index] = words.charCodeAt(index) * 0x10000 + words.charCodeAt(index + 1);
  }
  return pairs.sort();
}

/** Dice's coefficient over letter pairs, 0 to 1. */
function agreement(one: Float64Array, other: Float64Array): number {
  let shared = 0;
  for (let left = 0, right = 0; left < one.length && right < other.length; ) {
    const a = one[left] ?? 0;
    const b = other[right] ?? 0;
    if (a === b) shared++;
    if (a <= b) left++;
    if (b <= a) right++;
  }
  return (2 * shared) / Math.max(1, one.length + other.length);
}

import type { Check, DeskText } from './warnings.ts';

/** Days between two texts that may still be one text twice. */
const NEAR_DAYS = 31;
/** Share of the letter pairs of two headlines that agree; below it they are two headlines. */
const ALIKE = 0.88;
/** Shorter headlines are alike by chance. In UTF-16 units. */
const MIN_LENGTH = 12;

/** The same headline on the same day, or nearly the same within a month. Reported at the later of the two. */
export const checkDuplicates: Check = (text, { recent }) => {
  const headline = plain(text.headline);
  for (const other of recent) {
    if (other.date === text.date && text.date !== null && plain(other.headline) === headline) {
      return [{ code: 'same-day-duplicate', detail: `“${other.headline}” stands twice on ${text.date}.` }];
    }
  }
  const near = recent.find((other) => isNear(text, other) && isAlike(headline, plain(other.headline)));
  if (near === undefined) return [];
  return [
    {
      code: 'near-duplicate',
      detail: `Nearly the same as “${near.headline}”${near.date === null ? '' : ` of ${near.date}`}.`,
    },
  ];
};

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function isNear(text: DeskText, other: DeskText): boolean {
  if (text.date === null || other.date === null) return true;
  return Math.abs(Date.parse(text.date) - Date.parse(other.date)) <= NEAR_DAYS * 86_400_000;
}

/** Numbers tell serial texts apart: `Bulletin 12` is not `Bulletin 13`. */
function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < MIN_LENGTH || short.length < long.length * 0.8) return false;
  if (numbersOf(one) !== numbersOf(other)) return false;
  return agreement(short, long) >= ALIKE && !differsInOneLongWord(one, other);
}

const numbersOf = (text: string) => (text.match(/\p{N}+/gu) ?? []).join(' ');

/** `Figures for May` and `Figures for June`: one word of a fixed title is another. A slip changes a word only a little. */
function differsInOneLongWord(one: string, other: string): boolean {
  const [a, b] = [one.split(' '), other.split(' ')];
  if (a.length !== b.length) return false;
  const different = a.flatMap((word, index) => (word === b[index] ? [] : [[word, b[index] ?? ''] as const]));
  return different.some(([left, right]) => agreement(left, right) < 0.5);
}

/** Dice's coefficient over letter pairs, 0 to 1. */
function agreement(one: string, other: string): number {
  const pairs = new Map<string, number>();
  for (let index = 0; index + 1 < one.length; index++) {
    const pair = one.slice(index, index + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let index = 0; index + 1 < other.length; index++) {
    const left = pairs.get(other.slice(index, index + 2)) ?? 0;
    if (left === 0) continue;
    shared++;
    pairs.set(other.slice(index, index + 2), left - 1);
  }
  return (2 * shared) / Math.max(1, one.length + other.length - 2);
}

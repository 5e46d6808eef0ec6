/** In UTF-16 units. A longer word is cut. */
export const LONGEST_TERM = 64;

/** So much of a written word is looked at, however many marks and invisible characters stand on its letters. */
const LONGEST_WRITTEN = 512;

const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ı: 'i',
  ς: 'σ',
  ة: 'ه',
  ى: 'ي',
  ٱ: 'ا',
  ک: 'ك',
  ی: 'ي',
  ہ: 'ه',
  ە: 'ه',
};
const foldedLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Marks that only a careful writer sets. Those of Cyrillic, Devanagari and others are letters' parts, but stress and the dots of ё. */
const marks = /([[\p{scx=Latin}\p{scx=Greek}\p{scx=Arabic}\p{scx=Hebrew}]--\p{M}])\p{M}+/gv;
const stress = /([аеиоуыэюяіїєөү])[\u0300\u0301]+/g;
const dots = /е\u0308+/g;
/** Four marks on a letter are more than any language sets; to sort a thousand takes long. */
const manyMarks = /(\p{M}{4})\p{M}+/gu;
const unreadable = /[^\p{L}\p{M}\p{N}]+|[\p{Default_Ignorable_Code_Point}\u0640\u02bb\u02bc]+/gu;

/**
 * One written word as everybody might type it: lower case, compatible forms as one, without the marks that are often left
 * out. Twice is once. At most 64 UTF-16 units; empty where nothing readable is in it.
 */
export function fold(written: string): string {
  return shortened(foldWhole(written.slice(0, LONGEST_WRITTEN)));
}

/** As `fold`, of a name of several words, which it joins; as long as the name. */
export function foldWhole(written: string): string {
  const plain = written.toLowerCase();
  if (/^[a-z0-9]*$/.test(plain)) return plain;
  const few = plain.replace(manyMarks, '$1');
  const apart = few.normalize('NFKC').toLowerCase().normalize('NFKD').replace(unreadable, '');
  const bare = apart.replace(marks, '$1').replace(stress, '$1').replace(dots, 'е');
  const together = bare
    .normalize('NFC')
    .replace(manyMarks, '$1')
    .replace(foldedLetters, (letter) => letters[letter] as string);
  return withAsciiDigits(together);
}

function shortened(word: string): string {
  if (word.length <= LONGEST_TERM) return word;
  const cut = word.slice(0, LONGEST_TERM);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}

/** Every script's digits stand together, from zero to nine. */
function withAsciiDigits(text: string): string {
  return text.replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    let first = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((code - first) % 10);
  });
}

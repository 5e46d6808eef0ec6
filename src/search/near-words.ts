/** Letters that somebody may have meant, by the script of the word. */
const alphabets = [
  { script: /^\p{Script=Latin}+$/u, letters: 'abcdefghijklmnopqrstuvwxyz' },
  { script: /^\p{Script=Cyrillic}+$/u, letters: 'абвгдежзийклмнопрстуфхцчшщъыьэюяөү' },
  { script: /^\p{Script=Arabic}+$/u, letters: 'ءابتثجحخدذرزسشصضطظعغفقكلمنهوي' },
];

/** Shorter words are near to everything. */
const SHORTEST = 4;

const LONGEST = 24;

/** What a word may have been meant to be: one letter more, less, changed, or two exchanged. Folded, without the word itself. */
export function nearWords(word: string): readonly string[] {
  const letters = alphabets.find(({ script }) => script.test(word))?.letters;
  if (letters === undefined || word.length < SHORTEST || word.length > LONGEST) return [];
  const near = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') near.add(before + after.slice(1));
    if (after.length > 1) near.add(`${before}${after[1]}${after[0]}${after.slice(2)}`);
    for (const letter of letters) {
      near.add(before + letter + after);
      if (after !== '') near.add(before + letter + after.slice(1));
    }
  }
  near.delete(word);
  return [...near];
}

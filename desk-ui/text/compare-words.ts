import { diffArrays } from 'diff';

export interface Difference {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Languages written without spaces between words are compared by character. */
const byCharacter = new Set(['zh', 'ja', 'th', 'lo', 'km', 'my']);

/** What changed between two texts, word by word. */
export function compareWords(before: string, after: string, locale: string): readonly Difference[] {
  const granularity = byCharacter.has(new Intl.Locale(locale).language) ? 'grapheme' : 'word';
  const segmenter = new Intl.Segmenter(locale, { granularity });
  // By line: segmenting slows down with the length of what it is given.
  const cut = (text: string) =>
    text.split(/(?<=\n)/).flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment));
  return diffArrays(cut(before), cut(after)).map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
}

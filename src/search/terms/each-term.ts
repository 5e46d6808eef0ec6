import type { Locale } from '../../platform/locales.ts';
import { cutText } from './cut-text.ts';
import type { Cuts } from './cuts.ts';
import type { TakeTerm } from './take-term.ts';
import { vocabularyOf } from './vocabulary.ts';

/** Raised whenever it changes how a text is cut, or what is known of it: an index of another alphabet is built anew. */
export const ALPHABET = 3;

/**
 * Cuts a text into terms. A term's positions ascend.
 *
 * - A word is one term at one position: folded, then stemmed.
 * - A run of n characters of an unspaced script uses n positions: at each the pair that begins there, and the single
 *   character, which has a position only at the ends of the run (inside, pairs say more).
 * - A reference stands whole at the position of its first part; its parts stand at this position and those that follow.
 *
 * @returns how many positions were used.
 */
export function eachTerm(text: string, locale: Locale, take: TakeTerm): number {
  const vocabulary = vocabularyOf(locale);
  const cuts: Cuts = {
    word(from, start, end, kind, position) {
      const known = vocabulary.know(from.slice(start, end), kind);
      if (known === null) return false;
      take(known.term, position, known.word, start, end);
      return true;
    },
    characters: (from, start, end, position) => take(from.slice(start, end), position, null, start, end),
    term: (term, start, end, position) => take(term, position, null, start, end),
  };
  return cutText(text, cuts);
}

import type { Locale } from '../../platform/locales.ts';
import { eachTerm } from './each-term.ts';
import { NOWHERE } from './take-term.ts';

/** One of `anyOf` must stand here. Positions count from 0 and ascend; one that is left out may hold anything. */
export interface AskedTerm {
  readonly position: number;
  readonly anyOf: readonly string[];
}

/**
 * What a word or a phrase asks for: at each position the stem that it has in one of these languages. A run of an unspaced
 * script asks for its pairs; of one character, for that. A reference asks for itself, whole.
 * Empty where the text holds nothing that can be found.
 */
export function termsAsked(text: string, locales: readonly Locale[]): readonly AskedTerm[] {
  const byPosition = new Map<number, Set<string>>();
  for (const locale of locales.length === 0 ? ['und'] : locales) {
    for (const [position, term] of mostTelling(text, locale)) {
      const terms = byPosition.get(position);
      if (terms === undefined) byPosition.set(position, new Set([term]));
      else terms.add(term);
    }
  }
  const asked = [...byPosition].map(([position, terms]) => ({ position, anyOf: [...terms] }));
  return asked.sort((one, other) => one.position - other.position);
}

/** At each position the longest of its terms: the pair, not its character; the reference, not its parts. */
function mostTelling(text: string, locale: Locale): Map<number, string> {
  const longest = new Map<number, { term: string; length: number }>();
  let coveredUntil = 0;
  eachTerm(text, locale, (term, position, _, start, end) => {
    if (position === NOWHERE) return;
    const rival = longest.get(position);
    // What an earlier position asked for already: the last character of a run, the parts of a reference.
    if (rival === undefined && end <= coveredUntil) return;
    if (end - start > (rival?.length ?? 0)) longest.set(position, { term, length: end - start });
    coveredUntil = Math.max(coveredUntil, end);
  });
  return new Map([...longest].map(([position, { term }]) => [position, term]));
}

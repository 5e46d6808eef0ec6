import type { Locale } from '../../platform/locales.ts';
import { eachTerm } from './each-term.ts';

export interface PlacedTerm {
  readonly term: string;
  /** As of `eachTerm`. */
  readonly position: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The terms of a text with their places in it, or those of them that are wanted, for marking what was found. */
export function placedTerms(
  text: string,
  locale: Locale,
  isWanted: (term: string) => boolean = () => true,
): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  eachTerm(text, locale, (term, position, _, start, end) => {
    if (isWanted(term)) placed.push({ term, position, start, end });
  });
  return placed;
}

import type { Locale } from '../../src/platform/locales.ts';
import { eachTerm } from '../../src/search/terms/each-term.ts';

interface PlacedTerm {
  readonly term: string;
  /** As of `eachTerm`. */
  readonly position: number;
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The terms of a text with their places in it. */
export function placedTerms(text: string, locale: Locale): PlacedTerm[] {
  const placed: PlacedTerm[] = [];
  eachTerm(text, locale, (term, position, _, start, end) => placed.push({ term, position, start, end }));
  return placed;
}

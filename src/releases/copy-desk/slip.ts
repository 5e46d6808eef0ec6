import type { Locale } from '../../platform/locales.ts';

/** A headline and what stands below it: a text of the desk, or an item of a list that moves in. */
export interface HeadAndSummary {
  readonly locale: Locale;
  readonly headline: string;
  readonly summary: string | null;
}

/** A likely slip in the words. */
export interface Slip<Code extends string> {
  readonly code: Code;
  readonly field: 'headline' | 'summary';
  /** The words in question. */
  readonly found: string;
  /** A sentence for a person. */
  readonly detail: string;
}

import type { Locale } from '../../platform/locales.ts';

/** Every slip the copy desk knows, in the order in which they are reported. docs/import.md has a heading for each. */
export const warningCodes = [
  'undated',
  'in-the-future',
  'no-summary',
  'credit-year-after-release',
  'hyphen-inside-word',
  'unbalanced-quotes',
  'mixed-quote-styles',
  'truncated',
  'same-day-duplicate',
  'near-duplicate',
  'words-beside-date',
  'particulars-left-out',
  'holds-next-item',
] as const;

export type WarningCode = (typeof warningCodes)[number];

/** A likely slip. Nothing is ever changed because of one. */
export interface Warning {
  readonly code: WarningCode;
  /** A sentence for a person, with the words in question. */
  readonly detail: string;
}

/** A text as the copy desk reads it: an item of a list that moves in, or a draft. */
export interface DeskText {
  readonly locale: Locale;
  readonly headline: string;
  readonly summary: string | null;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
  /** Why there is no date, where something like one is printed. */
  readonly dateProblem: string | null;
  readonly credit: { readonly raw: string; readonly year: number | null } | null;
}

/** What a text is compared with. All empty for a text alone. */
export interface Surroundings {
  /** The texts shortly before it, nearest last. At most 50. */
  readonly recent: readonly DeskText[];
  /** Words of the texts around it, in lower case. */
  readonly words: ReadonlySet<string>;
  /** The summaries around it end with a full stop. */
  readonly closesSummaries: boolean;
  /** `YYYY-MM-DD`; absent: any day may have been. */
  readonly today?: string | null;
}

export type Check = (text: DeskText, around: Surroundings) => readonly Warning[];

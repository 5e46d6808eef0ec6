import type { Locale } from '../../platform/locales.ts';
import { cutTo } from '../../platform/text.ts';
import type { Finding } from '../desk-outcome.ts';
import type { DraftContent } from '../draft.ts';

/** Everything the copy desk knows, in the order in which it is told. docs/copy-desk.md has a heading for each. */
export const findingCodes = {
  'headline-missing': 'error',
  'body-missing': 'error',
  'text-too-long': 'error',
  'characters-refused': 'error',
  'heading-order': 'error',
  'link-text-missing': 'error',
  'link-text-vague': 'error',
  'link-text-address': 'error',
  'table-without-header': 'error',
  'alt-missing': 'error',
  'alt-file-name': 'error',
  'credit-missing': 'error',
  'summary-missing': 'warning',
  'markup-typed': 'warning',
  'hyphen-inside-word': 'warning',
  'unbalanced-quotes': 'warning',
  'mixed-quote-styles': 'warning',
  truncated: 'warning',
} as const satisfies Record<string, Finding['severity']>;

export type FindingCode = keyof typeof findingCodes;

/** Errors that no reason overrides: without a headline, or with a field that cannot be kept, there is nothing to publish. */
export type NeverOverridden = Extract<FindingCode, 'headline-missing' | 'text-too-long' | 'characters-refused'>;

/** A text as the copy desk reads it. */
export interface CheckedText {
  readonly content: DraftContent;
  readonly locale: Locale;
  /** Credit line of each picture that the desk keeps. */
  readonly credits: ReadonlyMap<string, string | null>;
}

export type Check = (text: CheckedText) => readonly Finding[];

/** In UTF-16 units. */
const MAX_EXCERPT = 120;

export function finding(code: FindingCode, field: string, excerpt: string): Finding {
  const words = excerpt
    .slice(0, MAX_EXCERPT * 4)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  return { code, severity: findingCodes[code], field, excerpt: cutTo(words, MAX_EXCERPT) };
}

import { checkCreditYear } from './check-credit-year.ts';
import { checkDate } from './check-date.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkEnding } from './check-ending.ts';
import { checkHyphens } from './check-hyphens.ts';
import { checkQuoteStyles, checkQuotes } from './check-quotes.ts';
import { checkSummary } from './check-summary.ts';
import type { Check, DeskText, Surroundings, Warning } from './warnings.ts';

/** A new check is a file, a line here, a code in warnings.ts and a heading in docs/import.md. */
const checks: readonly Check[] = [
  checkDate,
  checkSummary,
  checkCreditYear,
  checkHyphens,
  checkQuotes,
  checkQuoteStyles,
  checkEnding,
  checkDuplicates,
];

/** Everything the copy desk has to say about a text. Each code at most once. */
export function checkText(text: DeskText, around: Surroundings): Warning[] {
  return checks.flatMap((check) => check(text, around));
}

import { findEnding } from '../../releases/copy-desk/find-ending.ts';
import { findHyphens } from '../../releases/copy-desk/find-hyphens.ts';
import { findMixedQuotes, findUnbalancedQuotes } from '../../releases/copy-desk/find-quotes.ts';
import type { Slip } from '../../releases/copy-desk/slip.ts';
import { checkCreditYear } from './check-credit-year.ts';
import { checkDate } from './check-date.ts';
import { checkDuplicates } from './check-duplicates.ts';
import { checkHeadlineEnd } from './check-headline-end.ts';
import { checkSummary } from './check-summary.ts';
import type { Check, DeskText, Surroundings, Warning, WarningCode } from './warnings.ts';

/** A new check is a file, a line here, a code in warnings.ts and a heading in docs/import.md. */
const checks: readonly Check[] = [
  checkDate,
  checkSummary,
  checkCreditYear,
  (text, { words }) => findHyphens(text, words).map(warningOf),
  (text) => findUnbalancedQuotes(text).map(warningOf),
  (text) => findMixedQuotes(text).map(warningOf),
  checkEnd,
  checkDuplicates,
];

/** Everything the copy desk has to say about a text. Each code at most once. */
export function checkText(text: DeskText, around: Surroundings): Warning[] {
  return checks.flatMap((check) => check(text, around));
}

/** A headline that goes on below tells more than a summary that ends without its stop. */
function checkEnd(text: DeskText, around: Surroundings): readonly Warning[] {
  const ofHeadline = checkHeadlineEnd(text, around);
  return ofHeadline.length > 0 ? ofHeadline : findEnding(text, around).map(warningOf);
}

/** What the desk looks for too. */
function warningOf({ code, detail }: Slip<WarningCode>): Warning {
  return { code, detail };
}

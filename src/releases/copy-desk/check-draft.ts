import type { Finding } from '../desk-outcome.ts';
import type { DraftContent } from '../draft.ts';
import { checkAlt } from './check-alt.ts';
import { checkBody } from './check-body.ts';
import { checkCredit } from './check-credit.ts';
import { checkHeadings } from './check-headings.ts';
import { checkHeadline } from './check-headline.ts';
import { checkCharacters, checkLimits } from './check-limits.ts';
import { checkLinks } from './check-links.ts';
import { checkMarkup } from './check-markup.ts';
import { checkSummary } from './check-summary.ts';
import { checkTables } from './check-tables.ts';
import { checkEnding, checkHyphens, checkQuoteStyles, checkQuotes } from './check-words.ts';
import type { Check, CheckedText } from './checks.ts';

/** A new check is a file, a line here, a code in checks.ts and a heading in docs/copy-desk.md. */
const checks: readonly Check[] = [
  ...[checkHeadline, checkBody, checkLimits, checkCharacters],
  ...[checkHeadings, checkLinks, checkTables, checkAlt, checkCredit],
  ...[checkSummary, checkMarkup, checkHyphens, checkQuotes, checkQuoteStyles, checkEnding],
];

/** What one check says at most: nobody mends more at once. */
const MAX_FINDINGS = 20;

/** Everything the copy desk has to say about a text, errors first. Takes any strings. */
export function checkDraft(content: DraftContent, around: Omit<CheckedText, 'content'>): Finding[] {
  const text = { ...around, content };
  return checks.flatMap((check) => check(text).slice(0, MAX_FINDINGS));
}

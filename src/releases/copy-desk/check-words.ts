import { textLimits } from '../edition-text.ts';
import { type Check, type CheckedText, type FindingCode, finding } from './checks.ts';
import { findEnding } from './find-ending.ts';
import { findHyphens } from './find-hyphens.ts';
import { findMixedQuotes, findUnbalancedQuotes } from './find-quotes.ts';
import type { HeadAndSummary, Slip } from './slip.ts';

/** Likely slips, looked for in archives that move in too. */
export const checkHyphens: Check = (text) => findHyphens(headOf(text), new Set()).map(findingOf);
export const checkQuotes: Check = (text) => findUnbalancedQuotes(headOf(text)).map(findingOf);
export const checkQuoteStyles: Check = (text) => findMixedQuotes(headOf(text)).map(findingOf);
export const checkEnding: Check = (text) => findEnding(headOf(text), { closesSummaries: false }).map(findingOf);

/** What is far too long is no headline: that is found, and its words are not looked at. */
function headOf({ content, locale }: CheckedText): HeadAndSummary {
  const headline = content.headline.slice(0, textLimits.headline);
  const summary = content.summary.slice(0, textLimits.summary);
  return { locale, headline, summary: summary === '' ? null : summary };
}

function findingOf({ code, field, found }: Slip<FindingCode>) {
  return finding(code, field, found);
}

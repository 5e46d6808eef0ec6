import { type Check, finding } from './checks.ts';

/** Lists, search and letters show it below the headline. */
export const checkSummary: Check = ({ content }) =>
  content.summary.trim() === '' ? [finding('summary-missing', 'summary', '')] : [];

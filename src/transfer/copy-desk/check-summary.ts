import type { Check } from './warnings.ts';

/** A release that is only a headline. */
export const checkSummary: Check = ({ summary }) =>
  summary === null ? [{ code: 'no-summary', detail: 'There is no summary.' }] : [];

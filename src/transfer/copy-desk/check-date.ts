import type { Check } from './warnings.ts';

/** A release without a day. */
export const checkDate: Check = ({ date, dateProblem }) => {
  if (date !== null) return [];
  return [{ code: 'undated', detail: dateProblem === null ? 'No date is printed.' : `${dateProblem}.` }];
};

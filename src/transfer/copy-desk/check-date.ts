import type { Check } from './warnings.ts';

/** A release without a day, or with one that is still to come. */
export const checkDate: Check = ({ date, dateProblem }, { today = null }) => {
  if (date === null)
    return [{ code: 'undated', detail: dateProblem === null ? 'No date is printed.' : `${dateProblem}.` }];
  if (today !== null && date > today) return [{ code: 'in-the-future', detail: `${date} is still to come.` }];
  return [];
};

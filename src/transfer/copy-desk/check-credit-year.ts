import type { Check, DeskText } from './warnings.ts';

/** A picture cannot be of a year after the release it came with: the old template printed the year of viewing. */
export const checkCreditYear: Check = (text) => {
  if (!isCreditAfterRelease(text)) return [];
  return [
    {
      code: 'credit-year-after-release',
      detail: `The credit “${text.credit?.raw}” names ${text.credit?.year}; the release is of ${text.date?.slice(0, 4)}. The year is not kept.`,
    },
  ];
};

export function isCreditAfterRelease({ credit, date }: Pick<DeskText, 'credit' | 'date'>): boolean {
  return credit?.year != null && date !== null && credit.year > Number(date.slice(0, 4));
}

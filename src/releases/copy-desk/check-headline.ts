import { type Check, finding } from './checks.ts';

/** Lists, feeds and letters have nothing else to show. */
export const checkHeadline: Check = ({ content }) =>
  content.headline.trim() === '' ? [finding('headline-missing', 'headline', '')] : [];

import { isBlank } from '../../platform/text.ts';
import { type Check, finding } from './checks.ts';

/** Lists, feeds and letters have nothing else to show. */
export const checkHeadline: Check = ({ content }) =>
  isBlank(content.headline) ? [finding('headline-missing', 'headline', '')] : [];

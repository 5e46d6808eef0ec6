import { piecesOf, wordsOf } from './body-pieces.ts';
import { type Check, finding } from './checks.ts';

/** A release that is only a headline. A text that cannot be kept is no missing one. */
export const checkBody: Check = ({ content }) => {
  const pieces = piecesOf(content, 'body');
  return pieces !== null && wordsOf(pieces).trim() === '' ? [finding('body-missing', 'body', content.body)] : [];
};

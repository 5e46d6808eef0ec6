import { MAX_HTML_LENGTH } from '../../platform/html.ts';
import { textLimits } from '../edition-text.ts';
import type { CheckedText } from './checks.ts';
import { type Check, finding } from './checks.ts';

/** What is longer than its field takes is usually in the wrong field. */
export const checkLimits: Check = (text) =>
  fieldsOf(text)
    .filter(([, words, limit]) => words.length > limit)
    .map(([field, words]) => finding('text-too-long', field, words));

/** Control characters and halves of characters: what a copy from a broken document brings. */
export const checkCharacters: Check = (text) =>
  fieldsOf(text)
    .filter(([, words]) => !words.isWellFormed() || /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/.test(words))
    .map(([field, words]) => finding('characters-refused', field, words.toWellFormed()));

function fieldsOf({ content }: CheckedText): (readonly [field: string, words: string, limit: number])[] {
  return [
    ...(['kicker', 'headline', 'summary', 'place'] as const).map(
      (field) => [field, content[field], textLimits[field]] as const,
    ),
    ...(['body', 'notes'] as const).map((field) => [field, content[field], MAX_HTML_LENGTH] as const),
    ...content.pictures.flatMap((picture, index) =>
      (['alt', 'caption'] as const).map(
        (field) => [`pictures.${index}.${field}`, picture[field], textLimits[field]] as const,
      ),
    ),
  ];
}

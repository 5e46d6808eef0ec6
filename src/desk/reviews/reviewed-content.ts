import { createHash } from 'node:crypto';
import { isBlank } from '../../platform/text.ts';
import { textOfHtml } from '../../platform/text-of-html.ts';
import type { DraftContent } from '../../releases/draft.ts';

/**
 * What binds a remark to the content it was made on: SHA-256, 64 hexadecimal digits, of a canonical form. That is the UTF-8 of one
 * JSON array without blanks: the name of the form, the fields in the order below, then of each picture its id, alternative text
 * and caption. Two contents have the same form only where they are the same, character for character, whatever order their
 * fields were kept in. The revision stays in the history, so that anybody can compute it again.
 */
export function contentHash(content: DraftContent): string {
  const { kicker, headline, summary, place, body, notes } = content;
  const pictures = content.pictures.map(({ picture, alt, caption }) => [picture, alt, caption]);
  const form = ['dateline-content-1', kicker, headline, summary, place, body, notes, pictures];
  return createHash('sha256').update(JSON.stringify(form)).digest('hex');
}

/**
 * What of a text can be remarked on by number, the first being 1, in the order in which the page shows it: headline, summary, each
 * paragraph, heading, item and row of the body and of the notes, and the captions.
 */
export function paragraphsOf({ headline, summary, body, notes, pictures }: DraftContent): readonly string[] {
  const lines = [body, notes].flatMap((html) => textOfHtml(html).split('\n'));
  return [headline, summary, ...lines, ...pictures.map(({ caption }) => caption)].filter((words) => !isBlank(words));
}

/** Whether a paragraph is still there, word for word, wherever it has moved to. */
export function isStillThere(paragraph: string, content: DraftContent): boolean {
  return paragraphsOf(content).includes(paragraph);
}

import type { Content } from '../types.ts';
import { blocksOf } from './pieces.ts';

/** Every word of a text, a line for each field, paragraph and picture's words: what two texts are compared by. */
export function wholeText({ kicker, headline, summary, place, body, notes, pictures }: Content): string {
  const blocks = [...blocksOf(body), ...blocksOf(notes)].map(({ text }) => text);
  const ofPictures = pictures.flatMap(({ alt, caption }) => [alt, caption]);
  return [kicker, headline, summary, place, ...blocks, ...ofPictures].filter((line) => line !== '').join('\n');
}

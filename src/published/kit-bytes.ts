import type { PublishedText } from './published-release.ts';

/** What names, notes and the form of an archive take, in bytes, of a kit and of each picture in it. */
const AROUND_TEXT = 2_500;
const AROUND_PICTURE = 1_500;

/**
 * About how large the press kit of a text is, in bytes, for people: its pictures to the byte, and its words as plain text and
 * as HTML as near as can be said without writing them.
 */
export function aboutKitBytes({ headline, summary, body, notes, boilerplate, pictures }: PublishedText): number {
  const words = [headline, summary, body, notes, boilerplate?.boilerplate, boilerplate?.contacts];
  const inWords = words.reduce((sum, part) => sum + Buffer.byteLength(part ?? ''), 0);
  const inPictures = pictures.reduce((sum, { asset }) => sum + (asset.kept?.bytes ?? 0) + AROUND_PICTURE, 0);
  return AROUND_TEXT + 2 * inWords + inPictures;
}

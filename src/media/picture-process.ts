import { hash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Fault } from '../platform/faults.ts';
import { readPictureWords } from './picture-words.ts';
import type { PictureAnswered } from './read-apart.ts';
import { withoutPlace } from './without-place.ts';

// Runs beside the server, for one picture, which comes in on standard input.

const came = await buffer(process.stdin);
const { answered, bytes } = answerTo(came);
process.stdout.write(`${JSON.stringify(answered)}\n`);
process.stdout.write(bytes);

function answerTo(picture: Buffer): { answered: PictureAnswered; bytes: Buffer } {
  const nothing = Buffer.alloc(0);
  try {
    const clean = withoutPlace(picture);
    const isChanged = clean !== picture;
    const answered = { hash: hash('sha256', clean, 'hex'), words: readPictureWords(clean), isChanged };
    return { answered, bytes: isChanged ? clean : nothing };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'MEDIA_REFUSED') throw error;
    return { answered: { problem: String(error.detail['problem']) }, bytes: nothing };
  }
}

import { archive } from './archive.ts';
import { foundation } from './foundation.ts';
import { frame } from './frame.ts';
import { list } from './list.ts';
import { print } from './print.ts';
import { release } from './release.ts';
import { review } from './review.ts';
import { search } from './search.ts';

/** One sheet for all pages; print comes last, so that it has the last word. */
export const stylesheet = [foundation, frame, list, release, review, archive, search, print]
  .join('')
  .replace(/\s*\n\s*/g, '\n')
  .trim();

import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip, type ZlibOptions } from 'node:zlib';

/**
 * Gzips a text and names its content, in memory that is used again: a buffer for each page would lie about until the next
 * full collection, 50 MB of them in a server that answers thousands of pages a second.
 *
 * @returns the bytes, and a digest of the text in 22 characters.
 */
export async function zipText(text: string): Promise<{ zipped: Buffer; digest: string }> {
  const length = Buffer.byteLength(text);
  const lent = lend(length);
  try {
    const bytes = lent.subarray(0, lent.write(text));
    return { digest: digestOf(bytes), zipped: await zip(bytes, length < HEAVY_BYTES ? LIGHT : HEAVY) };
  } finally {
    if (spare.length < MOST_SPARE && lent.length <= LARGEST_SPARE) spare.push(lent);
  }
}

export function digestOf(bytes: Buffer): string {
  return hash('sha256', bytes, 'base64url').slice(0, 22);
}

/** Beside the thread that renders: it takes as long as reading and rendering together. */
const zip = promisify<Buffer, ZlibOptions, Buffer>(gzip);

/** Measured on list pages of 19 KB: level 2 takes 125 µs and is 9 % larger than level 6, which takes 380 µs. */
const LIGHT = { level: 2, memLevel: 8 };

/** Measured on lists of forty items with pictures, 97 KB: 820 µs for 13.0 KB, where level 2 takes 380 µs for 14.9 KB. */
const HEAVY = { level: 6, memLevel: 8 };

/** From here on a page might not fit into the 14 KB that a connection brings at once. */
const HEAVY_BYTES = 49_152;

const spare: Buffer[] = [];
const MOST_SPARE = 16;
const LEAST_SPARE = 131_072;
const LARGEST_SPARE = 1_048_576;

function lend(length: number): Buffer {
  const known = spare.pop();
  return known !== undefined && known.length >= length ? known : Buffer.allocUnsafeSlow(Math.max(length, LEAST_SPARE));
}

import { hash, webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Fault } from '../platform/faults.ts';
import type { RenditionFormat } from '../published/addresses.ts';
import type { KeptBytes, PublishedAsset } from '../published/published-release.ts';
import type { Soundness } from './fixity/fixity.ts';
import type { PictureRights } from './make-rendition.ts';
import { bytesOf, checkFile, isHash, readWhole, shelfOf, soundPieces, writeDurably } from './media-folder.ts';
import type { PictureWords } from './picture-words.ts';

/** A picture that has come in, and what it says about itself. */
export interface KeptPicture extends KeptBytes {
  readonly rights: PictureWords;
}

export interface Media {
  /**
   * Looks at a picture as keeping does, and keeps nothing.
   *
   * @throws Fault MEDIA_REFUSED
   */
  examine(bytes: Buffer): Promise<void>;
  /**
   * Keeps a picture byte for byte under its SHA-256, durably. Safe to run twice: the second time nothing is written.
   *
   * @throws Fault MEDIA_REFUSED: over 40 MB, over 100 million pixels, no picture, or one that cannot be decoded whole.
   * @throws Fault DISK_FULL
   */
  keep(bytes: Buffer): Promise<KeptBytes>;
  /**
   * Keeps a picture that somebody brings, without the place where it was taken, and reads what it says about itself.
   *
   * @throws Fault MEDIA_REFUSED, as keep, or where too much is written in it to be read.
   * @throws Fault DISK_FULL
   */
  takeIn(bytes: Buffer): Promise<KeptPicture>;
  /** How many bytes its original has; null when it is not here. Looks at the file and does not read it. */
  bytesKept(hash: string): Promise<number | null>;
  /**
   * Null when it is not here.
   *
   * @throws Fault MEDIA_LOST where it is not what its hash says: nobody is given it for the picture it was.
   */
  original(hash: string): Promise<Buffer | null>;
  /**
   * An original that there must be.
   *
   * @throws Fault MEDIA_LOST where it is not here, or not what its hash says.
   */
  wholeOriginal(hash: string): Promise<Buffer>;
  /** An original in pieces. Fails before its end where it is not what its hash says: nobody takes it for whole. */
  read(hash: string): Readable;
  /**
   * A smaller picture, made when it is first asked for. Those who ask meanwhile wait for the same making.
   *
   * @param width in pixels; the picture is never wider than its original.
   * @throws Fault MEDIA_LOST when the original is not here or can no longer be decoded.
   */
  rendition(asset: PublishedAsset, width: number, format: RenditionFormat): Promise<Buffer>;
  /**
   * Reads an original again and compares it with its name.
   *
   * @param goOn asked before each piece, with its bytes; false: stop.
   */
  check(hash: string, goOn?: (bytes: number) => Promise<boolean>): Promise<Soundness | 'stopped'>;
}

/**
 * @param folder made when something is kept; only this server writes there.
 * @param altered told of an original that was asked for and is not what it was.
 */
export function openMedia(folder: string, altered: (hash: string) => Promise<void> = async () => {}): Media {
  const beingMade = new Map<string, Promise<Buffer>>();
  const turns = inTurns(MOST_DECODED_AT_ONCE);
  const originalAt = (name: string) => join(folder, 'originals', shelfOf(name));
  const original = async (name: string) => {
    const bytes = isHash(name) ? await readWhole(originalAt(name)) : null;
    if (bytes !== null && (await hashOf(bytes)) !== name) throw await alteredFault(name);
    return bytes;
  };
  const alteredFault = async (name: string) => {
    await altered(name);
    return lost(name, 'its original is no longer what it was');
  };
  const keepAs = async (bytes: Buffer, nameOf: () => string): Promise<KeptBytes> => {
    // Decoders are large, and no page needs them: they are loaded with the first picture.
    const { examinePicture } = await import('./examine-picture.ts');
    const facts = await turns(() => examinePicture(bytes));
    const name = nameOf();
    // One that was lost or damaged is mended by whoever brings it again.
    const isHere = (await checkFile(originalAt(name), name, async () => true)) === 'sound';
    if (!isHere) await writeDurably(originalAt(name), bytes);
    return { hash: name, bytes: bytes.length, ...facts };
  };

  return {
    original,
    async wholeOriginal(name) {
      const bytes = await original(name);
      if (bytes === null) throw lost(name, 'its original is not in the media folder');
      return bytes;
    },

    bytesKept: async (name) => (isHash(name) ? bytesOf(originalAt(name)) : null),

    read(name) {
      const pieces = soundPieces(isHash(name) ? originalAt(name) : '', name, () => alteredFault(name));
      return Readable.from(pieces, { objectMode: false });
    },

    examine: async (bytes) => {
      const { examinePicture } = await import('./examine-picture.ts');
      await turns(() => examinePicture(bytes));
    },

    keep: (bytes) => keepAs(bytes, () => hash('sha256', bytes, 'hex')),

    takeIn: async (came) => {
      const { claimedType } = await import('./examine-picture.ts');
      // No process is begun for what does not begin like a picture.
      claimedType(came);
      const { readApart } = await import('./read-apart.ts');
      const { bytes, hash: name, words } = await turns(() => readApart(came));
      return { ...(await keepAs(bytes, () => name)), rights: words };
    },

    rendition: async (asset, width, format) => {
      const name = asset.kept?.hash ?? '';
      if (!isHash(name)) throw new Fault('MEDIA_LOST', { hash: name, problem: 'it has no original' });
      const path = join(folder, 'renditions', shelfOf(name), `${width}-${rightsMark(asset)}.${format}`);
      const made = await readWhole(path);
      if (made !== null) return made;

      const making = beingMade.get(path) ?? turns(() => makeAndKeep(original, { asset, name, width, format, path }));
      beingMade.set(path, making);
      return making.finally(() => beingMade.delete(path));
    },

    check: async (name, goOn = async () => true) =>
      isHash(name) ? checkFile(originalAt(name), name, goOn) : 'missing',
  };
}

/** A picture of 100 million pixels takes up to 400 MB while it is decoded. */
const MOST_DECODED_AT_ONCE = 2;

async function makeAndKeep(
  original: Media['original'],
  order: { asset: PublishedAsset; name: string; width: number; format: RenditionFormat; path: string },
): Promise<Buffer> {
  const bytes = await original(order.name);
  if (bytes === null) throw new Fault('MEDIA_LOST', { hash: order.name, problem: 'its original is not there' });
  const { makeRendition } = await import('./make-rendition.ts');
  const rendition = await makeRendition(bytes, { ...order, rights: order.asset }).catch((cause: unknown) => {
    throw new Fault('MEDIA_LOST', { hash: order.name, problem: 'its original cannot be decoded' }, { cause });
  });
  await writeDurably(order.path, rendition);
  return rendition;
}

function lost(hash: string, problem: string): Fault {
  return new Fault('MEDIA_LOST', { hash, problem });
}

/** Beside the thread that answers: a large picture takes as long as a hundred pages. */
async function hashOf(bytes: Buffer): Promise<string> {
  const whole = new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', whole)).toString('hex');
}

/** Renditions carry the rights inside, so other words make another file. */
function rightsMark(asset: PictureRights): string {
  const { credit, creator, agency, copyrightHolder, copyrightYear, usageTerms } = asset;
  const words = JSON.stringify([credit, creator, agency, copyrightHolder, copyrightYear, usageTerms]);
  return hash('sha256', words, 'hex').slice(0, 12);
}

/** Lets at most `places` works run at once; the others wait in the order they came. */
function inTurns(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}

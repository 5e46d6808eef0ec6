import sharp, { type Sharp } from 'sharp';
import { Fault } from '../platform/faults.ts';

export const MOST_BYTES = 40_000_000;
export const MOST_PIXELS = 100_000_000;

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/avif' | 'image/tiff';

/** In pixels, upright: after the orientation that the camera noted. */
export interface PictureFacts {
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

/**
 * Looks at bytes that claim to be a picture: their first bytes before any decoder sees them, then the size that is
 * declared before anything of that size is made, then every pixel.
 *
 * @throws Fault MEDIA_REFUSED, with what to do.
 */
export async function examinePicture(bytes: Buffer): Promise<PictureFacts> {
  const mediaType = claimedType(bytes);

  const found = await decoded(() => openPicture(bytes).metadata());
  if (found.format !== formats[mediaType]) refuse('it is not what its first bytes say. Save it anew.');
  const { width, height } = found.autoOrient;
  if (width * height > MOST_PIXELS) {
    refuse(
      `it is ${width} × ${height} pixels; at most ${MOST_PIXELS / 1_000_000} million are accepted. Save it smaller.`,
    );
  }
  // Reads to the last line, so a file that was cut off is found now and not by a reader.
  await decoded(() => openPicture(bytes).resize(16, 16, { fit: 'fill' }).raw().toBuffer());
  return { mediaType, width, height };
}

/**
 * What the first bytes say that it is.
 *
 * @throws Fault MEDIA_REFUSED, with what to do.
 */
export function claimedType(bytes: Buffer): PictureType {
  if (bytes.length > MOST_BYTES)
    refuse(`it has ${bytes.length} bytes; at most ${MOST_BYTES} are accepted. Save it smaller.`);
  return typeIn(bytes) ?? refuse('it is no JPEG, PNG, WebP, AVIF or TIFF file. Save it as one of these.');
}

/** A decoder that stops at errors and at too many pixels. Only the first picture of several is read. */
export function openPicture(bytes: Buffer): Sharp {
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', pages: 1 });
}

const formats: Readonly<Record<PictureType, string>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'heif',
  'image/tiff': 'tiff',
};

function typeIn(bytes: Buffer): PictureType | null {
  const start = bytes.toString('latin1', 0, 12);
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (/^RIFF.{4}WEBP/s.test(start)) return 'image/webp';
  if (/^.{4}ftypavif/s.test(start)) return 'image/avif';
  if (start.startsWith('II*\0') || start.startsWith('MM\0*')) return 'image/tiff';
  return null;
}

async function decoded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    const problem = 'it cannot be read to its end, or is far too large. Save it anew and try again.';
    throw new Fault('MEDIA_REFUSED', { problem }, { cause });
  }
}

function refuse(problem: string): never {
  throw new Fault('MEDIA_REFUSED', { problem });
}

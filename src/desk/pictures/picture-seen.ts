import type { KeptPicture } from '../../releases/picture.ts';
import type { PictureSeen } from '../contract-pictures.ts';

/** A picture as the desk's pages show it: small, at an address that only people who are signed in have. */
export function pictureSeen({ id, hash, rights, ...picture }: KeptPicture): PictureSeen {
  const { fileName, width, height, caption, alt } = picture;
  return { id, fileName, width, height, address: `/desk/media/${hash}/640.webp`, ...rights, caption, alt };
}

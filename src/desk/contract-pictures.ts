import type { PictureRights } from '../releases/picture.ts';

/** What the contract says of pictures. */

export interface PictureSeen extends PictureRights {
  readonly id: string;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  /** For people who are signed in; the public has no address for it. */
  readonly address: string;
  readonly caption: string | null;
  readonly alt: string | null;
}

export interface Credited extends PictureRights {
  readonly picture: string;
}

export interface PictureSent {
  readonly bytes: Blob;
  readonly fileName: string;
}

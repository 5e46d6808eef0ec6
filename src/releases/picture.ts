import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { PublishedAsset } from '../published/published-release.ts';

/** A picture as the desk keeps it, whether or not something public shows it. */
export interface KeptPicture {
  readonly id: string;
  /** SHA-256 of the original. */
  readonly hash: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly fileName: string;
  readonly rights: PictureRights;
  /** What the file says of itself: offered when it is put into a text. */
  readonly caption: string | null;
  readonly alt: string | null;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}

/** Whose a picture is: as the published half will have it. */
export type PictureRights = Pick<
  PublishedAsset,
  'credit' | 'creator' | 'agency' | 'copyrightHolder' | 'copyrightYear' | 'usageTerms'
>;

export interface KeptPictureStore {
  picture(tx: Tx, id: string): Promise<KeptPicture | null>;
  pictureOfHash(tx: Tx, hash: string): Promise<KeptPicture | null>;
  pictures(tx: Tx, ids: readonly string[]): Promise<readonly KeptPicture[]>;
  /**
   * Those of these that somebody may know of: not what, before it is public, only texts show which are limited to others.
   */
  knownTo(tx: Tx, person: string, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * Newest first, at most `limit`; all words of `search` in the file's name, the credit or the caption. Only what `person`
   * may know of.
   */
  search(
    tx: Tx,
    order: { readonly person: string; readonly search: string; readonly limit: number },
  ): Promise<readonly KeptPicture[]>;
  add(tx: Tx, picture: KeptPicture): Promise<void>;
  changeRights(tx: Tx, id: string, rights: PictureRights): Promise<void>;
  /**
   * The assets that these pictures are, or become, in the published half, by picture. That is the same id, except where
   * an archive brought the same bytes under another.
   */
  assetsOf(tx: Tx, pictures: readonly KeptPicture[]): Promise<ReadonlyMap<string, string>>;
  /** Lets the published half show it, with the rights it has now. Safe to run twice. */
  release(tx: Tx, picture: KeptPicture): Promise<void>;
  /**
   * Takes over the pictures of a text that was not written here. An asset whose bytes are lost has no picture.
   *
   * @returns the picture of each asset.
   */
  adopt(
    tx: Tx,
    assets: readonly string[],
    uploaded: Pick<KeptPicture, 'uploadedBy' | 'uploadedAt'>,
  ): Promise<ReadonlyMap<string, string>>;
}

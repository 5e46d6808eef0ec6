/** What the contract says of pictures. */

export interface PictureSeen {
  readonly id: string;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  /** For people who are signed in; the public has no address for it. */
  readonly address: string;
  readonly credit: string | null;
  readonly creator: string | null;
  readonly agency: string | null;
  readonly copyrightHolder: string | null;
  readonly copyrightYear: number | null;
  readonly usageTerms: string | null;
  readonly caption: string | null;
  readonly alt: string | null;
}

export interface Credited {
  readonly picture: string;
  readonly credit: string | null;
  readonly creator: string | null;
  readonly agency: string | null;
  readonly copyrightHolder: string | null;
  readonly copyrightYear: number | null;
  readonly usageTerms: string | null;
}

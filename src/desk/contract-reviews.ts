/** What the contract says of links for people outside, and of what they remark. */

export interface PreviewSeen {
  readonly id: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly revokedAt: string | null;
  readonly openings: number;
  /** Null: to read, not to review. */
  readonly review: { readonly question: string } | null;
}

export interface RemarkSeen {
  readonly id: string;
  /** As its author gave it. */
  readonly name: string;
  /** Null: they have read the text and found nothing wrong. */
  readonly words: string | null;
  readonly madeAt: string;
  /** What they read. */
  readonly edition: number;
  readonly revision: number;
  readonly link: { readonly id: string; readonly sharedBy: string; readonly sharedAt: string | null };
  /** Is the text now, character for character, the one they read? */
  readonly isOfTextNow: boolean;
  /** Null: the whole text. */
  readonly about: { readonly number: number; readonly words: string; readonly isStillThere: boolean } | null;
  readonly settled: { readonly by: string; readonly at: string; readonly answer: string } | null;
}

/** A remark that nobody has settled, for a warning. */
export interface OpenRemark {
  readonly name: string;
  /** At most 120 characters. */
  readonly excerpt: string;
  /** Of another text, which goes public together with it; null: of the text itself. */
  readonly of: { readonly locale: string; readonly headline: string } | null;
}

/** Somebody outside remarked something of a text that this person wrote. */
export interface RemarkTask {
  readonly kind: 'settle-remark';
  readonly release: string;
  readonly locale: string;
  readonly headline: string;
  /** Whose the latest is, and when it came in. */
  readonly name: string;
  readonly openedAt: string;
  readonly count: number;
}

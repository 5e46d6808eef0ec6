import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';
import type { Locale } from '../../platform/locales.ts';

/** Lets somebody without an account read one text before it is public, for a while. */
export interface PreviewLink {
  readonly id: string;
  readonly release: string;
  readonly locale: Locale;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  /** Is its reader asked to review the text? The question may be empty: whatever they find. */
  readonly review: { readonly question: string } | null;
}

export interface PreviewStore {
  add(tx: Tx, link: PreviewLink, hash: string): Promise<void>;
  ofHash(tx: Tx, hash: string): Promise<PreviewLink | null>;
  ofId(tx: Tx, id: string): Promise<PreviewLink | null>;
  /** Newest first, at most 100, with how often each was opened. */
  ofText(tx: Tx, release: string, locale: Locale): Promise<readonly (PreviewLink & { readonly openings: number })[]>;
  revoke(tx: Tx, id: string, at: Instant): Promise<void>;
  addOpening(tx: Tx, opening: { id: string; link: string; at: Instant; address: string }): Promise<void>;
}

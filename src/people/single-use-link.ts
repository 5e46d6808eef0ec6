import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** Lets its holder in once. Found by the SHA-256 of its token, which is stored nowhere. */
export interface SingleUseLink {
  readonly purpose: 'first-administrator' | 'invitation' | 'reset';
  /** Null for the first administrator, who is nobody yet. */
  readonly person: string | null;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly usedAt: Instant | null;
}

/** Long enough for a weekend in between. */
export const LINK_SECONDS = 72 * 3_600;

/** A link that was just made, for whoever hands it over: nobody sees it again. */
export interface MadeLink {
  readonly link: string;
  /** It opens nothing from then on. */
  readonly expiresAt: Instant;
}

/** Where a link leads. The token is behind `#`: browsers keep that part from servers, logs and referrers. */
export function addressOfLink(origin: string, token: string): string {
  return `${origin}/desk/link#${token}`;
}

export interface LinkStore {
  ofHash(tx: Tx, hash: string): Promise<SingleUseLink | null>;
  /** The newest link works, and no older one for the same person (or for the first administrator). */
  replace(tx: Tx, hash: string, link: SingleUseLink): Promise<void>;
  use(tx: Tx, hash: string, at: Instant): Promise<void>;
  /** Takes back what was not used. */
  takeBack(tx: Tx, person: string | null): Promise<void>;
  /** Takes away at most `limit` of those that were used or have expired. @returns how many. */
  forgetSpent(tx: Tx, now: Instant, limit: number): Promise<number>;
}

import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** Something unguessable that was sent to a browser, to come back once. Found by its SHA-256. */
export interface Challenge {
  readonly purpose: 'register' | 'sign-in' | 'oidc';
  /** What the answer is checked against; JSON. */
  readonly content: Readonly<Record<string, string>>;
  readonly expiresAt: Instant;
}

export const CHALLENGE_SECONDS = 300;

export interface ChallengeStore {
  add(tx: Tx, hash: string, challenge: Challenge): Promise<void>;
  /** Gives it and forgets it; null when there is none for this purpose, or its time has passed. */
  take(tx: Tx, hash: string, purpose: Challenge['purpose'], now: Instant): Promise<Challenge | null>;
  /** Forgets what nobody answered. */
  forgetExpired(tx: Tx, now: Instant): Promise<void>;
}

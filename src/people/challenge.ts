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
/** With each that is sent, so many that expired are forgotten: they never become many, whoever asks. */
export const FORGOTTEN_WITH_EACH = 100;

export interface ChallengeStore {
  add(tx: Tx, hash: string, challenge: Challenge): Promise<void>;
  /** Gives it and forgets it; null when there is none for this purpose, or its time has passed. */
  take(tx: Tx, hash: string, purpose: Challenge['purpose'], now: Instant): Promise<Challenge | null>;
  /** Forgets at most `limit` of those that nobody answered. @returns how many. */
  forgetExpired(tx: Tx, now: Instant, limit: number): Promise<number>;
}

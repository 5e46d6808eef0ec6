import type { Tx } from '../database/transaction.ts';
import { after, type Instant } from '../platform/instant.ts';
import type { Person } from './person.ts';

/** Somebody is signed in, in one browser. */
export interface Session {
  readonly id: string;
  readonly person: string;
  readonly createdAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
  readonly address: string;
  readonly agent: string;
}

/** A working day: who comes back the next morning signs in again. */
const IDLE_SECONDS = 12 * 3_600;
export const SESSION_SECONDS = 14 * 24 * 3_600;

/** Last seen before this, a session has been left alone for too long. */
export function leftAloneSince(now: Instant): Instant {
  return after(now, -IDLE_SECONDS);
}

/** Not ended, not left alone for too long, and not at its last day. */
export function isAlive(session: Session, now: Instant): boolean {
  return session.endedAt === null && now < session.expiresAt && now < after(session.seenAt, IDLE_SECONDS);
}

/** Sessions are found by the SHA-256 of what the browser's cookie holds, which is stored nowhere. */
export interface SessionStore {
  add(tx: Tx, hash: string, session: Session): Promise<void>;
  ofHash(tx: Tx, hash: string): Promise<Session | null>;
  /** Of one person, not ended, newest first. */
  open(tx: Tx, person: string): Promise<readonly Session[]>;
  see(tx: Tx, id: string, at: Instant): Promise<void>;
  end(tx: Tx, id: string, at: Instant): Promise<void>;
  /** @param besides stays; null ends all of them. */
  endAll(tx: Tx, person: string, at: Instant, besides: string | null): Promise<void>;
  /** Takes away at most `limit` of those that are not alive. @returns how many. */
  forgetEnded(tx: Tx, now: Instant, limit: number): Promise<number>;
}

/** What is asked with every request, so without a transaction: the next request sees what this one missed. */
export interface SessionReads {
  withPerson(hash: string): Promise<{ readonly session: Session; readonly person: Person } | null>;
}

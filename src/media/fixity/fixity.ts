import type { Tx } from '../../database/transaction.ts';
import type { Instant } from '../../platform/instant.ts';

/** What reading an original again has shown. Unreadable: it is there, and the disk does not give it out. */
export type Soundness = 'sound' | 'altered' | 'missing' | 'unreadable';

/** An original that is not what its name says, and where it belongs. */
export interface Unsound {
  readonly hash: string;
  readonly found: Exclude<Soundness, 'sound'>;
  /** When that was first found. */
  readonly since: Instant;
  /** When it was last found. */
  readonly at: Instant;
  /** Below the data folder: `media/originals/ab/cd/abcd…` */
  readonly file: string;
}

/** One reading of all originals, in the order of their hashes. */
export interface Reading {
  readonly begunAt: Instant;
  /** It goes on behind this hash; empty: at the beginning. */
  readonly after: string;
  /** How many were read so far, and how many bytes they had. */
  readonly originals: number;
  readonly bytes: number;
}

export interface FixityReport {
  /** When all originals had last been read; null: not yet. */
  readonly readAt: Instant | null;
  /** How many those were, and their bytes. */
  readonly originals: number;
  readonly bytes: number;
  /** In the order of their hashes, at most a hundred. */
  readonly unsound: readonly Unsound[];
  /** Of all of them. */
  readonly unsoundCount: number;
}

export interface KeptOriginal {
  readonly hash: string;
  readonly bytes: number;
}

export interface FixityStore {
  /** What readers see and what the desk keeps, behind a hash, in that order. */
  originals(after: string, limit: number): Promise<readonly KeptOriginal[]>;
  count(): Promise<number>;
  /** False where another process reads, or it is not time yet. @param until nobody else takes it before. */
  claim(tx: Tx, now: Instant, until: Instant): Promise<boolean>;
  /** @param dueAt when the next step may be taken. @param finishedAt null: the reading is not at its end. */
  settle(tx: Tx, dueAt: Instant, finishedAt: Instant | null): Promise<void>;
}

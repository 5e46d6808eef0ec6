import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** A text whose instant came. */
export interface Lift {
  readonly release: string;
  readonly locale: Locale;
  readonly edition: number;
  readonly dueAt: Instant;
  /** When it went public, or was refused, by the database's clock. Never before `dueAt`. */
  readonly liftedAt: Instant;
  readonly outcome: 'lifted' | 'refused';
  /** JSON of the refusals; empty for what was lifted. */
  readonly detail: string;
}

/** In milliseconds. */
export function delayOf({ dueAt, liftedAt }: Lift): number {
  return Date.parse(liftedAt) - Date.parse(dueAt);
}

export interface LiftStore {
  /** Of what was refused again at the same time, the last counts. Each text is named once. */
  add(tx: Tx, lifts: readonly Lift[]): Promise<void>;
}

/** How late the last of them were, in milliseconds. */
export interface Delay {
  readonly count: number;
  readonly median: number;
  readonly p99: number;
  readonly most: number;
}

export type RefusedLift = Pick<Lift, 'release' | 'locale' | 'dueAt' | 'detail'>;

export interface LiftReads {
  /** Of the last 100 lifts; null when there was none. */
  delay(tx: Tx): Promise<Delay | null>;
  /** What was refused and still waits under its hold, the longest first, at most 100. */
  refused(tx: Tx): Promise<readonly RefusedLift[]>;
}

import type { DueSeen } from './contract-schedule.ts';

/** What the contract says of what was done, and of how things stand. */

export interface Health {
  readonly overdue: readonly DueSeen[];
  readonly refusedLifts: readonly {
    readonly release: string;
    readonly locale: string;
    readonly dueAt: string;
    readonly detail: string;
  }[];
  /** Of the last 100 lifts; null when there was none. In milliseconds. */
  readonly delay: {
    readonly count: number;
    readonly median: number;
    readonly p99: number;
    readonly most: number;
  } | null;
  readonly withoutCredit: readonly { readonly picture: string; readonly fileName: string }[];
  readonly waitingToLeave: number;
}

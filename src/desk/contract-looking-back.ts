import type { AuditEntry, Audited } from '../audit/entry.ts';
import type { FixityReport } from '../media/fixity/fixity.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import type { DueSeen } from './contract-schedule.ts';

/** What the contract says of what was done, and of how things stand. */

/** What is left out filters nothing. */
export interface AuditQuery {
  /** Its id. */
  readonly release?: string;
  /** As it is printed: `HQ/2026/2`, in any case. */
  readonly reference?: string;
  /** An id; `clock` for what nobody did. */
  readonly person?: string;
  /** A code. */
  readonly office?: string;
  readonly act?: Audited;
  /** Older than this number. */
  readonly before?: number;
  /** Not older than this number. */
  readonly from?: number;
}

/** An entry; or the saves of one sitting, under the newest of them. */
export interface AuditLine {
  readonly entry: AuditEntry;
  readonly count: number;
  /** Number and instant of the oldest. */
  readonly first: number;
  readonly from: string;
  /** Of its release, once that has one. */
  readonly reference: string | null;
}

export interface Health {
  /** As a page of the list tells it. */
  readonly nextLift: string | null;
  readonly overdue: readonly DueSeen[];
  readonly refusedLifts: readonly {
    readonly release: string;
    readonly locale: string;
    readonly dueAt: string;
    /** Why, as a publisher would have been told. */
    readonly refusals: readonly DeskRefusal[];
  }[];
  /** Of the last 100 lifts; null when there was none. In milliseconds. */
  readonly delay: {
    readonly count: number;
    readonly median: number;
    readonly p99: number;
    readonly most: number;
  } | null;
  readonly withoutCredit: readonly { readonly picture: string; readonly fileName: string }[];
  /** Links of public texts that lead nowhere on this site, at most 100; what leads to other sites is not looked at. */
  readonly lostLinks: readonly {
    readonly release: string;
    readonly locale: string;
    readonly headline: string;
    readonly target: string;
  }[];
  /** When all public texts had last been looked at; null: not yet. */
  readonly linksLookedAt: string | null;
  /** What reading the original pictures again has shown. */
  readonly originals: FixityReport;
}

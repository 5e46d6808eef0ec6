import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** What can stand in the log: a verb of the desk, in the past. */
export const audited = [
  ...['drafted', 'translated', 'revised', 'submitted', 'recalled', 'returned', 'approved', 'overrode', 'reassigned'],
  ...['scheduled', 'unscheduled', 'held', 'let-go', 'published', 'corrected', 'withdrew', 'retracted', 'took-down'],
  ...['lifted', 'lift-refused', 'limited', 'shared-preview', 'revoked-preview', 'opened-preview'],
  ...[
    'added-picture',
    'credited-picture',
    'kept-boilerplate',
    'kept-office',
    'kept-topic',
    'kept-organisation',
    'made-key',
    'revoked-key',
    'bundled',
    'unbundled',
  ],
  ...['invited', 'joined', 'signed-in', 'sign-in-refused', 'signed-out', 'ended-session'],
  ...['assigned', 'disabled', 'enabled'],
  ...['changed-password', 'reset-password', 'added-passkey', 'removed-passkey', 'set-up-totp', 'removed-totp'],
  ...['made-first-link', 'made-reset-link', 'asked-for-reset', 'linked-identity', 'changed-language'],
  ...['made-recovery-codes', 'used-recovery-code', 'exported-audit'],
] as const;
export type Audited = (typeof audited)[number];

/** Somebody did something. Never holds a password, a key, a token or the text of a draft. */
export interface AuditEntry {
  /** From 1, without a gap. */
  readonly number: number;
  readonly at: Instant;
  /** Null for the clock. */
  readonly person: string | null;
  /** As it was then. */
  readonly name: string;
  readonly act: Audited;
  readonly release: string | null;
  readonly locale: Locale | null;
  readonly office: string | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

export type NewEntry = Omit<AuditEntry, 'number' | 'release' | 'locale' | 'office' | 'detail'> &
  Partial<Pick<AuditEntry, 'release' | 'locale' | 'office' | 'detail'>>;

export interface AuditFilter {
  readonly release?: string;
  /** Null: what the clock did. */
  readonly person?: string | null;
  readonly office?: string;
  /** Only what concerns one of these. */
  readonly offices?: readonly string[];
  readonly act?: Audited;
  /** Leaves out what was done to releases that are limited to others, until they are public. */
  readonly reader?: string;
  /** Older than this number; for the next page. */
  readonly before?: number;
  /** Not older than this number. */
  readonly from?: number;
}

export interface AuditStore {
  /** In the transaction of what was done: without the act there is no entry, and without the entry no act. */
  append(tx: Tx, entry: NewEntry): Promise<void>;
  /** Several at once, in their order. */
  appendAll(tx: Tx, entries: readonly NewEntry[]): Promise<void>;
  /** Newest first, at most `limit`. */
  read(tx: Tx, filter: AuditFilter, limit: number): Promise<readonly AuditEntry[]>;
}

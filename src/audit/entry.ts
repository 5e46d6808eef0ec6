import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** What can stand in the log: a verb of the desk, in the past. */
export const audited = [
  ...[
    'drafted',
    'translated',
    'revised',
    'discarded',
    'restored',
    'submitted',
    'recalled',
    'returned',
    'approved',
    'overrode',
    'reassigned',
  ],
  ...['scheduled', 'unscheduled', 'held', 'let-go', 'published', 'corrected', 'withdrew', 'retracted', 'took-down'],
  ...['lifted', 'lift-refused', 'limited', 'shared-preview', 'revoked-preview', 'opened-preview'],
  ...['remarked', 'found-nothing', 'settled'],
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
    'pinned',
    'unpinned',
  ],
  ...['invited', 'joined', 'signed-in', 'sign-in-refused', 'signed-out', 'ended-session'],
  ...['assigned', 'disabled', 'enabled'],
  ...['changed-password', 'reset-password', 'added-passkey', 'removed-passkey', 'set-up-totp', 'removed-totp'],
  ...['made-first-link', 'made-reset-link', 'asked-for-reset', 'linked-identity', 'changed-language'],
  ...['made-recovery-codes', 'used-recovery-code'],
] as const;
export type Audited = (typeof audited)[number];

type WayIn = 'password' | 'passkey' | 'oidc' | 'link';
type LinkPurpose = 'first-administrator' | 'invitation' | 'reset';

/**
 * What an entry may tell of an act. The names, and the values that are words of the trade, stand in exports for ever: they
 * are for programs, and the desk says them in its language.
 */
interface ToldOfAct {
  // Of a text.
  readonly edition: number;
  readonly revision: number;
  readonly fromEdition: number;
  readonly fromRevision: number;
  /** A language; of boilerplate the day from which it holds; of a link for a new password, where it was made. */
  readonly from: string;
  readonly kind: 'correction' | 'clarification' | 'update';
  readonly isMajor: boolean;
  readonly reference: string;
  /** In the change stream. */
  readonly sequence: number;
  /** Why it went public without approval. */
  readonly forced: string;
  readonly reason: string;
  /** What the copy desk found; of an office, its code. */
  readonly code: string;
  // Of a release.
  readonly type: string;
  readonly organisationWide: boolean;
  readonly countries: string;
  readonly topics: string;
  readonly isLimited: boolean;
  /** How many may know of it. */
  readonly readers: number;
  // Of the schedule.
  readonly goesPublicAt: string | null;
  /** As the clock on the wall says, in `timeZone`. */
  readonly local: string;
  readonly timeZone: string;
  readonly dueAt: string;
  /** The reasons of its refusals, by their names. */
  readonly reasons: string;
  readonly bundle: string | null;
  // Of pictures, previews and keys.
  readonly picture: string;
  readonly preview: string;
  readonly days: number;
  readonly key: string;
  readonly scopes: string;
  readonly perMinute: number;
  // Of people.
  /** An id; beside it the name as it was then. */
  readonly who: string;
  /** Of a person, a bundle, a passkey or a key; of a remark, whatever its author called themself. */
  readonly name: string | null;
  readonly roles: string;
  readonly by: WayIn;
  readonly address: string;
  readonly purpose: LinkPurpose;
  readonly link: LinkPurpose;
  readonly issuer: string;
  readonly session: string;
  readonly language: string;
  readonly count: number;
  /** By its name in the tables: `organisation`, `office:CO-BEIJING`. */
  readonly list: string;
  /** Recovery codes that have not been used. */
  readonly left: number;
  // Of the institution: `before → after`, as all of `toldChanges`.
  readonly topic: string;
  readonly slug: string;
  readonly formerSlugs: string;
  readonly names: string;
  readonly introductions: string;
  readonly locales: string;
  readonly defaultLocale: string;
  readonly position: string;
}

export type ToldName = keyof ToldOfAct;
export type Told = Partial<ToldOfAct> & {
  /** In one language: `names.fr`. */
  readonly [field: `${'names' | 'introductions'}.${string}`]: string;
};

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
  readonly detail: Told;
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

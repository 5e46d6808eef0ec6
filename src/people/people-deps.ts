import type { AuditStore } from '../audit/entry.ts';
import type { InTransaction, Tx } from '../database/transaction.ts';
import type { Clock } from '../platform/clock.ts';
import type { PersonStore } from './account.ts';
import type { AttemptStore } from './attempt.ts';
import type { ChallengeStore } from './challenge.ts';
import type { IdentityStore } from './identity.ts';
import type { PasskeyStore } from './passkey.ts';
import type { RecoveryCodeStore } from './recovery-code.ts';
import type { SessionReads, SessionStore } from './session.ts';
import type { LinkStore } from './single-use-link.ts';

/** What every verb on people and accounts is handed. */
export interface PeopleDeps {
  readonly inTransaction: InTransaction;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Where tokens, challenges and codes come from; nothing that can be guessed. */
  readonly randomBytes: (count: number) => Buffer;
  readonly people: PersonStore;
  readonly sessions: SessionStore;
  readonly sessionReads: SessionReads;
  readonly links: LinkStore;
  readonly attempts: AttemptStore;
  readonly passkeys: PasskeyStore;
  readonly challenges: ChallengeStore;
  readonly recoveryCodes: RecoveryCodeStore;
  readonly identities: IdentityStore;
  readonly audit: AuditStore;
  readonly isOffice: (tx: Tx, code: string) => Promise<boolean>;
  /** Of the newsroom, as readers and the desk see it; its host is what passkeys belong to. */
  readonly origin: string;
}

/** Where somebody acts from. */
export interface Whence {
  readonly address: string;
  /** `User-Agent`, at most 300 characters. */
  readonly agent: string;
}

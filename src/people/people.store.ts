import type { NewsroomHandle } from '../database/schema.ts';
import { attemptStore } from './attempt.store.ts';
import { challengeStore } from './challenge.store.ts';
import { identityStore } from './identity.store.ts';
import { passkeyStore } from './passkey.store.ts';
import type { PeopleDeps } from './people-deps.ts';
import { personStore } from './person.store.ts';
import { recoveryCodeStore } from './recovery-code.store.ts';
import { sessionReads } from './session.query.ts';
import { sessionStore } from './session.store.ts';
import { linkStore } from './single-use-link.store.ts';

type Stores =
  | 'people'
  | 'sessions'
  | 'sessionReads'
  | 'links'
  | 'attempts'
  | 'passkeys'
  | 'challenges'
  | 'recoveryCodes'
  | 'identities';

/** Everything that people and their accounts are kept in. */
export function peopleStores(newsroom: NewsroomHandle): Pick<PeopleDeps, Stores> {
  return {
    people: personStore(),
    sessions: sessionStore(),
    sessionReads: sessionReads(newsroom),
    links: linkStore(),
    attempts: attemptStore(),
    passkeys: passkeyStore(),
    challenges: challengeStore(),
    recoveryCodes: recoveryCodeStore(),
    identities: identityStore(),
  };
}

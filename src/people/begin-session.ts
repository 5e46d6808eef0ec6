import type { Tx } from '../database/transaction.ts';
import { after } from '../platform/instant.ts';
import { writeDown } from './audited-act.ts';
import type { PeopleDeps, Whence } from './people-deps.ts';
import type { Person } from './person.ts';
import { hashOf, newToken } from './secret.ts';
import { SESSION_SECONDS } from './session.ts';

export interface SessionBegun {
  readonly person: Person;
  readonly from: Whence;
  /** What the browser's cookie held before: that session ends, so a token planted by somebody else is worth nothing. */
  readonly replaces: string | null;
  readonly by: 'password' | 'passkey' | 'oidc' | 'link';
}

/** Signs somebody in who has proved who they are. @returns the token for their cookie. */
export async function beginSession(tx: Tx, deps: PeopleDeps, order: SessionBegun): Promise<string> {
  const now = deps.clock.now();
  const { person, from, replaces, by } = order;
  const former = replaces === null ? null : await deps.sessions.ofHash(tx, hashOf(replaces));
  if (former !== null) await deps.sessions.end(tx, former.id, now);
  const token = newToken(deps.randomBytes);
  await deps.sessions.add(tx, hashOf(token), {
    id: deps.newId(),
    person: person.id,
    createdAt: now,
    seenAt: now,
    expiresAt: after(now, SESSION_SECONDS),
    endedAt: null,
    address: from.address,
    agent: from.agent,
  });
  await writeDown(tx, deps, person, 'signed-in', { by, address: from.address });
  return token;
}

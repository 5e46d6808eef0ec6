import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { PeopleDeps } from './people-deps.ts';
import type { Person } from './person.ts';
import { hashOf } from './secret.ts';

/** What a link would do, and for whom; null when it does nothing any more. */
export type LiveLink =
  | { readonly purpose: 'first-administrator'; readonly person: null }
  | { readonly purpose: 'invitation' | 'reset'; readonly person: Person };

export async function lookAtLink(deps: PeopleDeps, token: string): Promise<LiveLink | null> {
  return deps.inTransaction((tx) => liveLink(tx, deps, token, deps.clock.now()));
}

/** While it is so, each start of the server prints a link for the first administrator, and the one before is dead. */
export async function isFirstAwaited(deps: PeopleDeps): Promise<boolean> {
  return (await deps.inTransaction((tx) => deps.people.countActiveAdministrators(tx, null))) === 0;
}

/** As lookAtLink, inside a transaction. A link of a time when things stood otherwise does nothing either. */
export async function liveLink(tx: Tx, deps: PeopleDeps, token: string, now: Instant): Promise<LiveLink | null> {
  const link = await deps.links.ofHash(tx, hashOf(token));
  if (link === null || link.usedAt !== null || link.expiresAt <= now) return null;
  if (link.purpose === 'first-administrator') {
    const count = await deps.people.countActiveAdministrators(tx, null);
    return count > 0 ? null : { purpose: link.purpose, person: null };
  }
  const account = link.person === null ? null : await deps.people.account(tx, link.person);
  const standing = link.purpose === 'invitation' ? 'invited' : 'active';
  return account?.person.standing === standing ? { purpose: link.purpose, person: account.person } : null;
}

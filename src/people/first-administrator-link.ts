import { after } from '../platform/instant.ts';
import type { PeopleDeps } from './people-deps.ts';
import { clockwork } from './person.ts';
import { hashOf, newToken } from './secret.ts';
import { addressOfLink, LINK_SECONDS } from './single-use-link.ts';

/**
 * Makes the one-time link by which the first administrator comes in, for the console of whoever starts the server. A new
 * one each time: the one before stops working. It ends after 72 hours.
 *
 * @returns null while there is an active administrator: nobody becomes one by starting the server.
 */
export async function firstAdministratorLink(deps: PeopleDeps): Promise<string | null> {
  const now = deps.clock.now();
  const token = newToken(deps.randomBytes);
  const isMade = await deps.inTransaction(async (tx) => {
    if ((await deps.people.countActiveAdministrators(tx, null)) > 0) return false;
    const expiresAt = after(now, LINK_SECONDS);
    const link = { purpose: 'first-administrator', person: null, createdAt: now, expiresAt, usedAt: null } as const;
    await deps.links.replace(tx, hashOf(token), link);
    await deps.audit.append(tx, { at: now, person: null, name: clockwork.name, act: 'made-first-link' });
    return true;
  });
  return isMade ? addressOfLink(deps.origin, token) : null;
}

import type { Tx } from '../database/transaction.ts';
import { after } from '../platform/instant.ts';
import type { PeopleDeps } from './people-deps.ts';
import { hashOf, newToken } from './secret.ts';
import { addressOfLink, LINK_SECONDS } from './single-use-link.ts';

/** @returns the link's address: nobody sees it again. */
export async function makeLink(
  tx: Tx,
  deps: PeopleDeps,
  purpose: 'invitation' | 'reset',
  person: string,
): Promise<string> {
  const createdAt = deps.clock.now();
  const token = newToken(deps.randomBytes);
  const link = { purpose, person, createdAt, expiresAt: after(createdAt, LINK_SECONDS), usedAt: null };
  await deps.links.replace(tx, hashOf(token), link);
  return addressOfLink(deps.origin, token);
}

import type { Tx } from '../database/transaction.ts';
import { after } from '../platform/instant.ts';
import type { PeopleDeps } from './people-deps.ts';
import { hashOf, newToken } from './secret.ts';
import { addressOfLink, LINK_SECONDS, type MadeLink } from './single-use-link.ts';

export async function makeLink(
  tx: Tx,
  deps: PeopleDeps,
  purpose: 'invitation' | 'reset',
  person: string,
): Promise<MadeLink> {
  const createdAt = deps.clock.now();
  const token = newToken(deps.randomBytes);
  const expiresAt = after(createdAt, LINK_SECONDS);
  await deps.links.replace(tx, hashOf(token), { purpose, person, createdAt, expiresAt, usedAt: null });
  return { link: addressOfLink(deps.origin, token), expiresAt };
}

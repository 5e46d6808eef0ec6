import type { Tx } from '../../database/transaction.ts';
import { may } from '../../people/rights.ts';
import { Fault } from '../../platform/faults.ts';
import { mayKnowOf } from '../../releases/open-text.ts';
import type { PreviewLink } from './preview.ts';
import type { PreviewDeps } from './share-preview.ts';

/**
 * What a shared link leads to, for as long as whoever shared it may share it: somebody who was shut out has the link too.
 * Each opening of the page is written down, with the address it came from.
 *
 * @throws Fault DRAFT_NOT_FOUND when it never was, has expired, was revoked, leads to what was thrown away or is no longer its maker's to share: a
 * stranger cannot tell which.
 */
export async function openPreview(
  deps: PreviewDeps,
  order: { readonly token: string; readonly address: string; readonly isCounted: boolean },
): Promise<PreviewLink> {
  return deps.inTransaction(async (tx) => {
    const link = await linkOf(tx, deps, order.token);
    if (!order.isCounted) return link;
    const { release, locale } = link;
    const at = deps.clock.now();
    await deps.previews.addOpening(tx, { id: deps.newId(), link: link.id, at, address: order.address });
    const entry = { at, person: null, name: 'A reader with a link', act: 'opened-preview', release, locale } as const;
    await deps.audit.append(tx, { ...entry, detail: { preview: link.id, address: order.address } });
    return link;
  });
}

/** As openPreview, within what else is done by the link; nothing is written down. */
export async function linkOf(tx: Tx, deps: PreviewDeps, token: string): Promise<PreviewLink> {
  const link = await deps.previews.ofHash(tx, deps.hashOf(token));
  if (link === null || link.revokedAt !== null || link.expiresAt <= deps.clock.now())
    throw new Fault('DRAFT_NOT_FOUND');
  if (!(await mayStillShare(tx, deps, link))) throw new Fault('DRAFT_NOT_FOUND');
  return link;
}

async function mayStillShare(tx: Tx, deps: PreviewDeps, { createdBy, release: id, locale }: PreviewLink) {
  const sharer = (await deps.people.account(tx, createdBy))?.person;
  const release = await deps.drafts.release(tx, id);
  if (sharer?.standing !== 'active' || release === null) return false;
  if ((await deps.drafts.draft(tx, id, locale))?.standing.state === 'discarded') return false;
  return mayKnowOf(sharer, release) && may(sharer, 'share-preview', { office: release.office, locale });
}

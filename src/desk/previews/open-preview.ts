import { Fault } from '../../platform/faults.ts';
import type { PreviewLink } from './preview.ts';
import type { PreviewDeps } from './share-preview.ts';

/**
 * What a shared link leads to. Each opening of the page is written down, with the address it came from.
 *
 * @throws Fault DRAFT_NOT_FOUND when it never was, has expired or was revoked: a stranger cannot tell which.
 */
export async function openPreview(
  deps: PreviewDeps,
  order: { readonly token: string; readonly address: string; readonly isCounted: boolean },
): Promise<PreviewLink> {
  return deps.inTransaction(async (tx) => {
    const link = await deps.previews.ofHash(tx, deps.hashOf(order.token));
    const at = deps.clock.now();
    if (link === null || link.revokedAt !== null || link.expiresAt <= at) throw new Fault('DRAFT_NOT_FOUND');
    if (!order.isCounted) return link;
    const { release, locale } = link;
    await deps.previews.addOpening(tx, { id: deps.newId(), link: link.id, at, address: order.address });
    const entry = { at, person: null, name: 'A reader with a link', act: 'opened-preview', release, locale } as const;
    await deps.audit.append(tx, { ...entry, detail: { preview: link.id, address: order.address } });
    return link;
  });
}

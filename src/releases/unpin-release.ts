import type { DeskDeps } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import { enterAct } from './enter-act.ts';
import { openPublicRelease } from './open-text.ts';
import { type PinOrder, whyNotToPin } from './pin-release.ts';

/**
 * No longer keeps a release in sight above a list. What is not pinned there is left alone.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function unpinRelease(deps: DeskDeps, { by, release: id, list }: PinOrder): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const { release } = await openPublicRelease(tx, deps, by, id);
    const refusals = whyNotToPin(by, list, await deps.publishing.publications.offices(tx));
    if (refusals.length > 0) return refused(...refusals);
    if ((await deps.pins.onList(tx, list)).every((pin) => pin.release !== id)) return { ok: true };

    await deps.publishing.beforePublic(tx);
    await deps.pins.remove(tx, { list, release: id });
    const on = { release: id, locale: null, office: release.office };
    await enterAct(tx, deps, { by, act: 'unpinned', on, detail: { list } });
    return { ok: true };
  });
}

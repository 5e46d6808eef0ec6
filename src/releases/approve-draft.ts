import { changeDraft, movedTo } from './change-draft.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import { type Moved, openText, whyNot } from './open-text.ts';

/**
 * Says that a text may go public. Nobody says so of what they wrote themselves.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function approveDraft(deps: DeskDeps, order: SeenOrder): Promise<DeskOutcome<Moved>> {
  const { by } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved>> => {
    const text = await openText(tx, deps, order);
    const refusals = whyNot(text, by, { act: 'approve', seen: order.revision });
    const hands = await deps.drafts.handsOf(tx, text.draft);
    if (by.id !== null && hands.has(by.id)) refusals.push({ reason: 'own-text' });
    if (by.id === null || refusals.length > 0) return refused(...refusals);

    const to = { standing: { state: 'approved' }, approved: { by: by.id, at: deps.clock.now() } } as const;
    return { ok: true, ...movedTo(await changeDraft(tx, deps, text, { by, to, act: 'approved' })) };
  });
}

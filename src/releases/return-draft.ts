import { changeDraft, movedTo } from './change-draft.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import { whyNotKept } from './draft-text.ts';
import { type Moved, openText, whyNot } from './open-text.ts';

export interface ReturnOrder extends SeenOrder {
  /** What is to be done, for whoever writes. */
  readonly reason: string;
}

/**
 * Gives a text back to whoever writes it.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function returnDraft(deps: DeskDeps, order: ReturnOrder): Promise<DeskOutcome<Moved>> {
  const { by, reason } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved>> => {
    const text = await openText(tx, deps, order);
    const wanted = { act: 'return', seen: order.revision } as const;
    const refusals: DeskRefusal[] = [...whyNot(text, by, wanted), ...whyNotKept(reason, 'reason')];
    if (reason.trim() === '') refusals.push({ reason: 'reason-missing' });
    if (refusals.length > 0) return refused(...refusals);

    const to = { standing: { state: 'draft' }, submitted: null, approved: null } as const;
    return { ok: true, ...movedTo(await changeDraft(tx, deps, text, { by, to, act: 'returned', detail: { reason } })) };
  });
}

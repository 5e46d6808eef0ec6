import { changeDraft, movedTo } from './change-draft.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import type { Draft } from './draft.ts';
import { type Moved, openText, whyNot } from './open-text.ts';

/**
 * Takes back a text that was submitted, so that one can write on. Only for those who submitted it or wrote at it: from others it
 * is sent back, with a reason.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function recallDraft(deps: DeskDeps, order: SeenOrder): Promise<DeskOutcome<Moved>> {
  const { by } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved>> => {
    const text = await openText(tx, deps, order);
    const refusals = whyNot(text, by, { act: 'recall', seen: order.revision });
    if (!isOwn(by.id, text.draft, await deps.drafts.handsOf(tx, text.draft))) refusals.push({ reason: 'others-text' });
    if (refusals.length > 0) return refused(...refusals);

    const to = { standing: { state: 'draft' }, submitted: null } as const;
    return { ok: true, ...movedTo(await changeDraft(tx, deps, text, { by, to, act: 'recalled' })) };
  });
}

/** Did this person submit the text, or write at its edition? @param hands who wrote at it. */
export function isOwn(person: string | null, { submitted }: Draft, hands: ReadonlySet<string>): boolean {
  return person !== null && (submitted?.by === person || hands.has(person));
}

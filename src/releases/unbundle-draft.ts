import { changeDraft, movedTo } from './change-draft.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import { type DeskOutcome, refused } from './desk-outcome.ts';
import { type Moved, openText, whyNot } from './open-text.ts';

/**
 * Takes a text out of its bundle: it goes its own way from here, at its own time where it has one, and the others no longer wait
 * for it. Safe to run twice.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function unbundleDraft(deps: DeskDeps, order: TextOrder): Promise<DeskOutcome<Moved>> {
  const { by } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<Moved>> => {
    const text = await openText(tx, deps, order);
    const { bundle } = text.draft;
    const refusals = whyNot(text, by, { act: 'unbundle' });
    if (refusals.length > 0) return refused(...refusals);
    if (bundle === null) return { ok: true, ...movedTo(text.draft) };

    const changed = await changeDraft(tx, deps, text, {
      by,
      to: { bundle: null },
      act: 'unbundled',
      detail: { bundle },
    });
    // What goes public together has changed, and with it when the rest is due.
    if (changed.standing.state === 'scheduled') deps.onSchedule(tx);
    return { ok: true, ...movedTo(changed) };
  });
}

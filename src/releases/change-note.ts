import { isDeepStrictEqual } from 'node:util';
import type { Told } from '../audit/entry.ts';
import { saveDraft } from './change-draft.ts';
import type { DeskDeps, SeenOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { Draft, DraftChange } from './draft.ts';
import { whyNotKept } from './draft-text.ts';
import { openText, whyNot } from './open-text.ts';

export interface ChangeNoteOrder extends SeenOrder {
  readonly change: DraftChange;
}

/**
 * Says what kind of change an edition is, and words its public note.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function changeNote(deps: DeskDeps, order: ChangeNoteOrder): Promise<DeskOutcome<{ draft: Draft }>> {
  const { by, change, locale } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome<{ draft: Draft }>> => {
    const text = await openText(tx, deps, order);
    const { draft } = text;
    const isSame = isDeepStrictEqual({ ...change }, draft.change);
    const seen = isSame ? draft.revision : order.revision;
    const refusals: DeskRefusal[] = whyNot(text, by, { act: 'revise', seen });
    if (draft.change === null) refusals.push({ reason: 'nothing-to-correct', locale });
    refusals.push(...whyNotKept(change.note, 'note'));
    if (by.id === null || refusals.length > 0) return refused(...refusals);
    if (isSame) return { ok: true, draft };

    const detail: Told = { kind: change.kind, isMajor: change.isMajor };
    return {
      ok: true,
      draft: await saveDraft(tx, deps, text, { by, hand: by.id, act: 'revised', to: { change }, detail }),
    };
  });
}

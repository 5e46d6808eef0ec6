import type { Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import { changeDraft } from './change-draft.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import type { Draft } from './draft.ts';
import { openText, whyNot } from './open-text.ts';
import { standsIn } from './states-for.ts';

export interface CatchUpOrder extends TextOrder {
  /** The revision of the source that somebody has compared the translation with. */
  readonly revision: number;
}

/**
 * Marks a translation as saying what its source says at a revision. When it is public and its source was corrected, that
 * ends the task of following.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function catchUp(deps: DeskDeps, order: CatchUpOrder): Promise<DeskOutcome> {
  const { by, release, locale } = order;
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const text = await openText(tx, deps, order);
    const refusals: DeskRefusal[] = whyNot(text, by, { act: 'translate' });
    const source = await sourceAt(tx, deps, text.draft, order.revision);
    if (source === null) {
      const problem = 'there is no such revision of its source. Reload the page and compare again.';
      refusals.push({ reason: 'text-invalid', field: 'revision', problem });
    }
    if (source === null || refusals.length > 0) return refused(...refusals);

    const detail: Told = { from: source.locale, fromEdition: source.edition, fromRevision: source.revision };
    // Beside a discarded correction it is the public text that was compared, not what might be restored.
    const to = text.draft.standing.state === 'discarded' ? { publicSource: source } : { source };
    await changeDraft(tx, deps, text, { by, to, act: 'translated', detail });
    if (standsIn(['published'], text.draft)) await deps.tasks.end(tx, release, locale, deps.clock.now());
    return { ok: true };
  });
}

async function sourceAt(tx: Tx, deps: DeskDeps, draft: Draft, revision: number): Promise<Draft['source']> {
  if (draft.source === null) return null;
  const { locale } = draft.source;
  const kept = await deps.drafts.revision(tx, draft.release, locale, revision);
  return kept === null ? null : { locale, edition: kept.edition, revision };
}

import type { Audited } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Act } from '../people/rights.ts';
import { changeDraft } from './change-draft.ts';
import type { DeskDeps, TextOrder } from './desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused } from './desk-outcome.ts';
import { whyNotKept } from './draft-text.ts';
import { endWithin, whyNotEnded } from './end-release.ts';
import { enterAct } from './enter-act.ts';
import { type OpenText, openPublicRelease, whyNotAllowed } from './open-text.ts';

interface Ending {
  readonly needs: Act;
  readonly act: Audited;
  readonly standing: 'withdrawn' | 'retracted';
  /** What readers are told, in the language of the text. */
  readonly publicReason: string;
  /** What only the log is told. */
  readonly privateReason: string | null;
  readonly forgetsAddress?: boolean;
}

/** What withdrawing, retracting and taking down have in common at the desk. */
export async function endText(
  deps: DeskDeps,
  { by, release: id, locale }: TextOrder,
  { needs, act, standing, publicReason, privateReason, forgetsAddress = false }: Ending,
): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const { release } = await openPublicRelease(tx, deps, by, id);
    const refusals: DeskRefusal[] = whyNotAllowed(by, needs, { office: release.office, locale });
    const reason = privateReason ?? publicReason;
    if (reason.trim() === '') refusals.push({ reason: 'reason-missing' });
    refusals.push(...whyNotKept(reason, 'reason'));
    const order = { release: id, locale, reason: publicReason, at: null, forgetsAddress };
    refusals.push(...(await whyNotEnded(tx, deps.publishing, order, standing)));
    if (refusals.length > 0) return refused(...refusals);

    const outcome = await endWithin(tx, deps.publishing, order, standing);
    if (!outcome.ok) return outcome;
    const on = { release: id, locale, office: release.office };
    await enterAct(tx, deps, { by, act, on, detail: { reason, sequence: outcome.sequence } });
    await deps.tasks.end(tx, id, locale, deps.clock.now());
    const draft = await deps.drafts.draft(tx, id, locale);
    if (draft?.standing.state === 'scheduled') await takeOffSchedule(tx, deps, { release, draft }, by);
    return { ok: true };
  });
}

/** Nothing follows a text that has ended: its next edition would only be refused when its time comes. */
async function takeOffSchedule(tx: Tx, deps: DeskDeps, text: OpenText, by: TextOrder['by']): Promise<void> {
  await changeDraft(tx, deps, text, {
    ...{ by, act: 'unscheduled' },
    to: { standing: { state: 'approved' }, scheduledBy: null, bundle: null },
  });
  deps.onSchedule(tx);
}

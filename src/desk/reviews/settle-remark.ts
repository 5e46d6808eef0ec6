import type { Person } from '../../people/person.ts';
import { Fault } from '../../platform/faults.ts';
import { isBlank } from '../../platform/text.ts';
import type { DeskDeps } from '../../releases/desk-deps.ts';
import { type DeskOutcome, refused } from '../../releases/desk-outcome.ts';
import { whyNotKept } from '../../releases/draft-text.ts';
import { enterAct } from '../../releases/enter-act.ts';
import { openText, whyNot } from '../../releases/open-text.ts';
import type { RemarkStore } from './remark.ts';

export interface SettleDeps extends Pick<DeskDeps, 'inTransaction' | 'clock' | 'drafts' | 'audit'> {
  readonly remarks: RemarkStore;
}

/** In UTF-16 units: as much as a remark may have. */
const MOST_ANSWER = 4_000;

/**
 * Answers a remark, so that it is open no more. The answer stays at the desk.
 *
 * @throws Fault DRAFT_NOT_FOUND when there is no such remark, or its release is not for whoever asks.
 */
export async function settleRemark(
  deps: SettleDeps,
  { by, remark: id, answer }: { readonly by: Person; readonly remark: string; readonly answer: string },
): Promise<DeskOutcome> {
  return deps.inTransaction(async (tx): Promise<DeskOutcome> => {
    const remark = await deps.remarks.ofId(tx, id);
    if (remark === null) throw new Fault('DRAFT_NOT_FOUND');
    const { release, locale, settled } = remark;
    const text = await openText(tx, deps, { by, release, locale });
    const refusals = [...whyNot(text, by, { act: 'settle' }), ...whyNotKept(answer, 'answer', MOST_ANSWER)];
    if (isBlank(answer)) refusals.push({ reason: 'answer-missing' });
    if (remark.words === null) refusals.push({ reason: 'nothing-to-settle' });
    if (settled !== null) refusals.push({ reason: 'already-settled', by: settled.by, at: settled.at });
    if (refusals.length > 0) return refused(...refusals);

    await deps.remarks.settle(tx, id, { by: by.id, at: deps.clock.now(), answer: answer.trim() });
    const on = { release, locale, office: text.release.office };
    const detail = { preview: remark.link, name: remark.name, revision: remark.on.revision };
    await enterAct(tx, deps, { by, act: 'settled', on, detail });
    return { ok: true };
  });
}

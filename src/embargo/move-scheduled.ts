import type { Audited, Told } from '../audit/entry.ts';
import type { Act } from '../people/rights.ts';
import type { Instant } from '../platform/instant.ts';
import { changeDraft, movedTo } from '../releases/change-draft.ts';
import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import { type DeskOutcome, refused, saidOf } from '../releases/desk-outcome.ts';
import type { Draft, DraftStanding } from '../releases/draft.ts';
import { type Moved, type OpenText, whyNotSo } from '../releases/open-text.ts';
import { statesFor } from '../releases/states-for.ts';
import { notAllowed, textsTogether } from './texts-together.ts';

/** A draft that has its time. */
export type ScheduledDraft = Draft & { readonly standing: Extract<DraftStanding, { state: 'scheduled' }> };

export function isScheduled(draft: Draft): draft is ScheduledDraft {
  return draft.standing.state === 'scheduled';
}

interface Change {
  readonly needs: Act;
  readonly act: Audited;
  /** Null: it stands so already. */
  readonly to: (draft: ScheduledDraft, now: Instant) => Partial<Draft> | null;
}

/** What holding, letting go and unscheduling have in common: one text that is scheduled, with all of its bundle that is. */
export async function moveScheduled(
  deps: DeskDeps,
  order: TextOrder,
  { needs, act, to }: Change,
): Promise<DeskOutcome<Moved>> {
  return deps.inTransaction(async (tx) => {
    const texts = await textsTogether(tx, deps, order);
    const { draft } = texts.asked;
    const refusals = notAllowed(order.by, needs, texts);
    if (!isScheduled(draft)) {
      const why = saidOf(draft, [texts.asked, ...texts.others], [whyNotSo(draft.standing, statesFor.hold)]);
      return refused(...refusals, ...why);
    }
    if (refusals.length > 0) return refused(...refusals);

    const now = deps.clock.now();
    for (const text of [texts.asked, ...texts.others]) {
      const next = isScheduled(text.draft) ? to(text.draft, now) : null;
      if (next !== null) await changeDraft(tx, deps, text, { by: order.by, to: next, act, detail: detailOf(text) });
    }
    deps.onSchedule(tx);
    return { ok: true, ...movedTo({ ...draft, ...to(draft, now) }) };
  });
}

function detailOf({ draft: { standing, bundle } }: OpenText): Told {
  return { goesPublicAt: standing.state === 'scheduled' ? standing.goesPublicAt : null, bundle };
}

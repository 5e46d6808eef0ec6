import type { Tx } from '../database/transaction.ts';
import { clockwork } from '../people/person.ts';
import type { Instant } from '../platform/instant.ts';
import { changeDraft } from '../releases/change-draft.ts';
import type { DeskDeps } from '../releases/desk-deps.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import type { Draft, DraftRelease } from '../releases/draft.ts';
import { publishDraftsWithin } from '../releases/publish-draft.ts';
import type { DueReads, Together } from './due.query.ts';
import type { Lift, LiftStore } from './lift.ts';
import { isScheduled, type ScheduledDraft } from './move-scheduled.ts';

export interface LiftDeps extends DeskDeps {
  readonly due: DueReads;
  readonly lifts: LiftStore;
}

/** What came of everything that was due; each group of texts went by itself. */
export interface LiftReport {
  readonly lifted: readonly Lift[];
  /** Held, each with its reasons. */
  readonly refused: readonly Lift[];
  /** Nothing of these was changed; they are still due. */
  readonly failed: readonly { readonly together: Together; readonly error: unknown }[];
}

/** What is due after this many goes public in the next round: no order is unbounded. */
const MOST_AT_ONCE = 500;

/**
 * Makes public what is due, by the verb of an editor's publish: each bundle, and each text without one, in a transaction
 * of its own. What is refused is held, so that it waits for a person. Safe to run twice, late, and in several processes at
 * once; never lifts before the instant.
 */
export async function liftDue(deps: LiftDeps): Promise<LiftReport> {
  const report = { lifted: [] as Lift[], refused: [] as Lift[], failed: [] as LiftReport['failed'][number][] };
  for (const together of await deps.due.dueNow(MOST_AT_ONCE)) {
    try {
      const lifts = await liftTogether(deps, together);
      for (const lift of lifts) report[lift.outcome].push(lift);
    } catch (error) {
      report.failed.push({ together, error });
    }
  }
  return report;
}

async function liftTogether(deps: LiftDeps, together: Together): Promise<readonly Lift[]> {
  try {
    return await deps.inTransaction((tx) => publishTogether(tx, deps, together));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { refusals } = error;
    return deps.inTransaction((tx) => holdTogether(tx, deps, together, refusals));
  }
}

/** Undoes whatever the transaction has written: a text that is refused leaves nothing, no picture either, on the public side. */
class Refused extends Error {
  readonly refusals: readonly DeskRefusal[];

  constructor(refusals: readonly DeskRefusal[]) {
    super('what is due was refused');
    this.refusals = refusals;
  }
}

async function publishTogether(tx: Tx, deps: LiftDeps, together: Together): Promise<readonly Lift[]> {
  const at = await deps.due.now(tx);
  const drafts = await dueDrafts(tx, deps, together, at);
  if (drafts.length === 0) return [];
  const waiting = drafts.filter((draft) => !isScheduled(draft));
  if (waiting.length > 0) throw new Refused(waiting.map(waits));

  const outcome = await publishDraftsWithin(tx, standingAt(deps, at), drafts, clockwork);
  if (!outcome.ok) throw new Refused(outcome.refusals);
  const lifts = drafts.filter(isScheduled).map((draft) => liftOf(draft, at, 'lifted', ''));
  await deps.lifts.add(tx, lifts);
  return lifts;
}

/** Held, not forgotten: a sweep that tried again each second would tell nobody. */
async function holdTogether(
  tx: Tx,
  deps: LiftDeps,
  together: Together,
  refusals: readonly DeskRefusal[],
): Promise<readonly Lift[]> {
  const at = await deps.due.now(tx);
  const reasons = [...new Set(refusals.map(({ reason }) => reason))].join(', ');
  const lifts: Lift[] = [];
  for (const draft of (await dueDrafts(tx, deps, together, at)).filter(isScheduled)) {
    // The tables keep no draft without its release.
    const text = { release: (await deps.drafts.release(tx, draft.release)) as DraftRelease, draft };
    await changeDraft(tx, standingAt(deps, at), text, {
      ...{ by: clockwork, act: 'lift-refused' },
      to: { standing: { ...draft.standing, heldAt: at } },
      detail: { dueAt: draft.standing.goesPublicAt, reasons },
    });
    lifts.push(liftOf(draft, at, 'refused', JSON.stringify(refusals)));
  }
  await deps.lifts.add(tx, lifts);
  return lifts;
}

/** All that goes public together, if now is the time for it: looked at again inside the transaction, where nobody else can act. */
async function dueDrafts(tx: Tx, deps: LiftDeps, together: Together, at: Instant): Promise<readonly Draft[]> {
  const drafts = (await draftsOf(tx, deps, together)).filter((draft) => draft.standing.state !== 'published');
  const scheduled = drafts.filter(isScheduled);
  const isDue = scheduled.every(({ standing }) => standing.heldAt === null && standing.goesPublicAt <= at);
  return isDue && scheduled.length > 0 ? drafts : [];
}

async function draftsOf(tx: Tx, deps: LiftDeps, together: Together): Promise<readonly Draft[]> {
  if ('bundle' in together) return deps.drafts.draftsIn(tx, together.bundle);
  const draft = await deps.drafts.draft(tx, together.release, together.locale);
  // Put into a bundle meanwhile: it goes with that, or not at all.
  return draft === null || draft.bundle !== null ? [] : [draft];
}

/** The transaction happens at one instant, by the clock that decides. */
function standingAt(deps: LiftDeps, at: Instant): DeskDeps {
  const clock = { now: () => at };
  return { ...deps, clock, publishing: { ...deps.publishing, clock } };
}

function waits({ locale, standing: { state } }: Draft): DeskRefusal {
  return { reason: 'bundle-waits', locale, state };
}

function liftOf(draft: ScheduledDraft, liftedAt: Instant, outcome: Lift['outcome'], detail: string): Lift {
  const { release, locale, edition, standing } = draft;
  return { release, locale, edition, dueAt: standing.goesPublicAt, liftedAt, outcome, detail };
}

import type { Audited } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import { type Act, may } from '../people/rights.ts';
import { Fault } from '../platform/faults.ts';
import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import type { Draft, DraftRelease, DraftState } from '../releases/draft.ts';

/** A language version in work, and the release it belongs to. */
export interface TextInWork {
  readonly release: DraftRelease;
  readonly draft: Draft;
}

/** The text that was asked for, and what goes public with it: the others of its bundle that are not public yet. */
export interface TextsTogether {
  readonly asked: TextInWork;
  readonly others: readonly TextInWork[];
}

export type ScheduleDeps = Pick<DeskDeps, 'inTransaction' | 'clock' | 'drafts' | 'audit' | 'onSchedule'>;

/** Where a text stands after an act on the schedule. */
export interface Moved {
  readonly state: DraftState;
  readonly revision: number;
}

/** @throws Fault DRAFT_NOT_FOUND, for a text that is limited to others too: whoever asks cannot tell which. */
export async function textsTogether(tx: Tx, deps: ScheduleDeps, order: TextOrder): Promise<TextsTogether> {
  const release = await deps.drafts.release(tx, order.release);
  const draft = await deps.drafts.draft(tx, order.release, order.locale);
  if (release === null || draft === null || !isKnownTo(order.by, release)) throw new Fault('DRAFT_NOT_FOUND');

  const bundled = draft.bundle === null ? [] : await deps.drafts.draftsIn(tx, draft.bundle);
  const others: TextInWork[] = [];
  for (const other of bundled) {
    const isAsked = other.release === draft.release && other.locale === draft.locale;
    if (isAsked || other.standing.state === 'published') continue;
    others.push({ release: await releaseOf(tx, deps, other), draft: other });
  }
  return { asked: { release, draft }, others };
}

/** One refusal where somebody may not do this to all of the texts. */
export function notAllowed(by: Actor, act: Act, { asked, others }: TextsTogether): DeskRefusal[] {
  const mayAll = [asked, ...others].every(
    ({ release, draft }) => isKnownTo(by, release) && may(by, act, { office: release.office, locale: draft.locale }),
  );
  return mayAll ? [] : [{ reason: 'not-allowed', act }];
}

/** Writes a text as it now stands, with its line in the log. */
export async function moveText(tx: Tx, deps: ScheduleDeps, { text, by, to, act, detail = {} }: Move): Promise<void> {
  const { release, draft } = text;
  await deps.drafts.changeDraft(tx, { ...draft, ...to }, draft.revision);
  await deps.audit.append(tx, {
    ...{ at: deps.clock.now(), person: by.id, name: by.name, act },
    ...{ release: release.id, locale: draft.locale, office: release.office },
    detail: { edition: draft.edition, ...(draft.bundle === null ? {} : { bundle: draft.bundle }), ...detail },
  });
}

export interface Move {
  readonly text: TextInWork;
  readonly by: Actor;
  readonly to: Pick<Draft, 'standing'> & Partial<Pick<Draft, 'scheduledBy'>>;
  readonly act: Audited;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

function isKnownTo(by: Actor, { office, limitedTo }: DraftRelease): boolean {
  const isReader = limitedTo === null || (by.id !== null && limitedTo.includes(by.id));
  return isReader && may(by, 'read-drafts', { office, locale: null });
}

async function releaseOf(tx: Tx, deps: ScheduleDeps, draft: Draft): Promise<DraftRelease> {
  const release = await deps.drafts.release(tx, draft.release);
  if (release === null) throw new Fault('DRAFT_NOT_FOUND');
  return release;
}

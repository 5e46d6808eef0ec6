import type { Told } from '../audit/entry.ts';
import type { Tx } from '../database/transaction.ts';
import type { Actor } from '../people/person.ts';
import type { Instant } from '../platform/instant.ts';
import { changeDraft } from '../releases/change-draft.ts';
import type { DeskDeps, SeenOrder } from '../releases/desk-deps.ts';
import { type DeskOutcome, type DeskRefusal, refused, saidOf } from '../releases/desk-outcome.ts';
import type { Draft, DraftState } from '../releases/draft.ts';
import { type Moved, mayKnowOf, revisionOf, whyNotSo } from '../releases/open-text.ts';
import { statesFor } from '../releases/states-for.ts';
import { instantsOf } from './read-wall-clock.ts';
import { notAllowed, type TextsTogether, textsTogether } from './texts-together.ts';

export interface ScheduleOrder extends SeenOrder {
  /** `2026-03-02T09:00` */
  readonly local: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Which is meant where the clocks show this time twice. */
  readonly choice: 'earlier' | 'later' | null;
}

/**
 * Says when an approved text goes public; a scheduled one may be given another time. With it go the other texts of its
 * bundle, all of which must be approved. A text that is held stays held.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function scheduleDraft(
  deps: DeskDeps,
  order: ScheduleOrder,
): Promise<DeskOutcome<Moved & { goesPublicAt: Instant }>> {
  return deps.inTransaction(async (tx) => {
    const texts = await textsTogether(tx, deps, order);
    const meant = instantMeant(order, deps.clock.now());
    const refusals = [
      ...notAllowed(order.by, 'schedule', texts),
      ...notReady(order.by, texts),
      ...seenOtherwise(texts, order),
    ];
    if (!meant.ok) return refused(...refusals, ...meant.refusals);
    if (refusals.length > 0) return refused(...refusals);

    await putIn(tx, deps, order, texts, meant.at);
    deps.onSchedule(tx);
    return { ok: true, state: 'scheduled', revision: texts.asked.draft.revision, goesPublicAt: meant.at };
  });
}

/** The one instant that a time on a wall stands for, if it is one and still to come. */
export function instantMeant(
  { local, timeZone, choice }: Pick<ScheduleOrder, 'local' | 'timeZone' | 'choice'>,
  now: Instant,
): { readonly ok: true; readonly at: Instant } | { readonly ok: false; readonly refusals: readonly DeskRefusal[] } {
  const read = instantsOf(local, timeZone);
  if (read.kind === 'unreadable') {
    return refused({ reason: 'text-invalid', field: read.field, problem: unreadable[read.field] });
  }
  const [first, last = first] = read.instants;
  if (read.kind === 'never') return refused({ reason: 'no-such-time', before: first, after: last });
  if (read.kind === 'twice' && choice === null) {
    return refused({ reason: 'two-such-times', earlier: first, later: last });
  }
  const at = choice === 'later' ? last : first;
  return at > now ? { ok: true, at } : refused({ reason: 'in-the-past', at });
}

/** What is wrong, in words. */
export const unreadable = {
  local: 'There is no such day or time. Write it like 2026-03-02T09:00.',
  timeZone: 'There is no such time zone. Write it like Asia/Shanghai.',
};

function notReady(by: Actor, { asked, others }: TextsTogether): readonly DeskRefusal[] {
  const all = [asked, ...others];
  const waiting = others.filter(({ release, draft }) => !isReady(draft) && mayKnowOf(by, release));
  return [
    ...saidOf(asked.draft, all, isReady(asked.draft) ? [] : [whyNotSo(asked.draft.standing, statesFor.schedule)]),
    ...waiting.flatMap(({ draft }) => {
      const { locale, standing } = draft;
      return saidOf(draft, all, [{ reason: 'bundle-waits', locale, state: standing.state }]);
    }),
  ];
}

function isReady({ standing: { state } }: Draft): boolean {
  const ready: readonly DraftState[] = statesFor.schedule;
  return ready.includes(state);
}

function seenOtherwise({ asked, others }: TextsTogether, { revision }: ScheduleOrder): readonly DeskRefusal[] {
  const { draft } = asked;
  if (draft.revision === revision) return [];
  return saidOf(draft, [asked, ...others], [{ reason: 'changed-meanwhile', theirs: revisionOf(draft) }]);
}

async function putIn(
  tx: Tx,
  deps: DeskDeps,
  { by, local, timeZone }: ScheduleOrder,
  { asked, others }: TextsTogether,
  goesPublicAt: Instant,
): Promise<void> {
  for (const text of [asked, ...others]) {
    const { standing, bundle } = text.draft;
    const heldAt = standing.state === 'scheduled' ? standing.heldAt : null;
    const to = { standing: { state: 'scheduled', goesPublicAt, heldAt }, scheduledBy: by.id } as const;
    const detail: Told = { goesPublicAt, local, timeZone, bundle };
    await changeDraft(tx, deps, text, { by, to, act: 'scheduled', detail });
  }
}

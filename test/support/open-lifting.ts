import type { Engine } from '../../src/database/engine.ts';
import { liftReads } from '../../src/embargo/delay.query.ts';
import { dueReads } from '../../src/embargo/due.query.ts';
import { liftStore } from '../../src/embargo/lift.store.ts';
import { type LiftDeps, liftDue } from '../../src/embargo/lift-due.ts';
import { instantsOf, wallClockAt } from '../../src/embargo/read-wall-clock.ts';
import { rearmAfter } from '../../src/embargo/rearm-after.ts';
import { scheduleDraft } from '../../src/embargo/schedule-draft.ts';
import { openLiftWatch } from '../../src/embargo/watch-due.ts';
import type { FixedClock } from '../../src/platform/clock.ts';
import { type Instant, instantOf } from '../../src/platform/instant.ts';
import type { Timers } from '../../src/platform/timers.ts';
import type { DeskDeps } from '../../src/releases/desk-deps.ts';
import type { Draft, DraftRelease } from '../../src/releases/draft.ts';
import { draftOf, ines, mara, openDeskForTest, releaseOf, tomas } from './desk-cast.ts';

/** Timers that never go off: what a watch does without them. */
export const noTimers: Timers = { after: () => () => {}, every: () => () => {} };

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The desk over one engine, with the lift and its watch as newsroom.ts wires them. The test's clock is the database's too. */
export async function openLifting(engine: Engine, clock: FixedClock) {
  const { deps: bare } = await openDeskForTest(engine, clock);
  const due = dueReads({ newsroom: engine.newsroom, now: async (_, its) => its.now() }, clock);
  const lifting: LiftDeps = { ...bare, onSchedule: () => {}, due, lifts: liftStore() };
  const lift = () => liftDue(lifting);
  const openWatch = () => openLiftWatch({ nextDue: due.nextDue, liftDue: lift, clock, log: silent, timers: noTimers });
  let watch = openWatch();
  const desk: DeskDeps = { ...bare, ...rearmAfter(engine.inTransaction, () => watch.rearm()) };
  await watch.begin();

  return {
    ...{ engine, desk, lifting, lift, due, reads: liftReads() },
    request: async () => void (await watch.beforeAnswer()),
    async restart() {
      await watch.close();
      watch = openWatch();
      await watch.begin();
    },

    /** An approved text of a release of its own. */
    async approved(id: string, changed: Partial<Draft> = {}, facts: Partial<DraftRelease> = {}): Promise<Draft> {
      const draft = draftOf(id, 'en', mara, { ...approvedBy(clock.now()), ...changed });
      await engine.inTransaction(async (tx) => {
        if ((await bare.drafts.release(tx, id)) === null) await bare.drafts.addRelease(tx, releaseOf(id, mara, facts));
        await bare.drafts.addDraft(tx, draft);
      });
      return draft;
    },

    schedule({ release, locale, revision }: Draft, at: Instant, timeZone = 'UTC') {
      const local = wallClockAt(at, timeZone);
      const read = instantsOf(local, timeZone);
      const choice = read.kind !== 'twice' ? null : read.instants[0] === at ? 'earlier' : 'later';
      return scheduleDraft(desk, { by: ines, release, locale, revision, local, timeZone, choice });
    },

    draft: (release: string, locale = 'en') => engine.inTransaction((tx) => bare.drafts.draft(tx, release, locale)),
    bundle: (id: string) =>
      engine.inTransaction((tx) =>
        bare.drafts.addBundle(tx, { id, name: id, createdBy: ines.id, createdAt: clock.now() }),
      ),
    acts: async () => (await engine.inTransaction((tx) => bare.audit.read(tx, {}, 1_000))).map((entry) => entry.act),

    /** Every public edition, in the order in which it became public. */
    publicTexts: () =>
      engine.published
        .selectFrom('edition')
        .select(['release', 'locale', 'number', 'published_at', 'sequence'])
        .orderBy('sequence')
        .execute(),
  };
}

export type Lifting = Awaited<ReturnType<typeof openLifting>>;

/** As a text is after two people have looked at it. */
export function approvedBy(at: Instant): Partial<Draft> {
  return {
    standing: { state: 'approved' },
    submitted: { by: mara.id, at },
    approved: { by: tomas.id, at },
  };
}

export function later(at: Instant, minutes: number): Instant {
  return instantOf(new Date(Date.parse(at) + minutes * 60_000).toISOString());
}

/** Ids of releases, in their order. */
export function releaseId(number: number): string {
  return `01777777-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

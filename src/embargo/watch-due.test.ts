import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { type FixedClock, fixedClock } from '../platform/clock.ts';
import { type Instant, instantOf } from '../platform/instant.ts';
import type { Timers } from '../platform/timers.ts';
import { type LiftWatch, openLiftWatch } from './watch-due.ts';

const NINE = instantOf('2026-03-02T09:00:00Z');
const silent = { info: () => {}, warn: () => {}, error: () => {} };

function later(clock: FixedClock, milliseconds: number): Instant {
  return instantOf(new Date(Date.parse(clock.now()) + milliseconds).toISOString());
}

/** Timers that go off when a test says so. */
function handTimers() {
  const once = new Map<number, { milliseconds: number; work: () => void }>();
  const often = new Set<() => void>();
  let made = 0;
  const timers: Timers = {
    after(milliseconds, work) {
      made += 1;
      const mine = made;
      once.set(mine, { milliseconds, work });
      return () => once.delete(mine);
    },
    every(_, work) {
      often.add(work);
      return () => often.delete(work);
    },
  };
  const settled = async () => {
    for (let turn = 0; turn < 5; turn += 1) await setImmediate();
  };
  return {
    ...{ timers, settled },
    armed: () => [...once.values()].map((timer) => timer.milliseconds),
    sweeps: () => often.size,
    async goOff() {
      const all = [...once.values()];
      once.clear();
      for (const { work } of all) work();
      await settled();
    },
    async sweep() {
      for (const work of often) work();
      await settled();
    },
  };
}

/** A schedule in memory, with the database's own clock. */
function smallSchedule(database: FixedClock) {
  const due = new Set<Instant>();
  const lifted: { dueAt: Instant; at: Instant }[] = [];
  const state = { rounds: 0, looks: 0, failing: false };
  return {
    due,
    lifted,
    state,
    async nextDue() {
      state.looks += 1;
      if (state.failing) throw new TypeError('the database is away');
      return { at: [...due].sort()[0] ?? null, now: database.now() };
    },
    async liftDue() {
      state.rounds += 1;
      await setImmediate();
      if (state.failing) throw new TypeError('the database is away');
      const now = [...due].filter((at) => at <= database.now());
      for (const dueAt of now) {
        due.delete(dueAt);
        lifted.push({ dueAt, at: database.now() });
      }
      const lift = { release: 'r', locale: 'en', edition: 1, outcome: 'lifted', detail: '' } as const;
      return { lifted: now.map((dueAt) => ({ ...lift, dueAt, liftedAt: dueAt })), refused: [], failed: [] };
    },
  };
}

describe('the watch over what is due', () => {
  let clock: FixedClock;
  let hand: ReturnType<typeof handTimers>;
  let schedule: ReturnType<typeof smallSchedule>;
  let watch: LiftWatch;

  const open = (database = clock) => {
    schedule = smallSchedule(database);
    const { nextDue, liftDue } = schedule;
    watch = openLiftWatch({ nextDue, liftDue, clock, log: silent, timers: hand.timers });
  };

  beforeEach(() => {
    clock = fixedClock('2026-03-02T08:00:00Z');
    hand = handTimers();
    open();
  });

  test('answers at once while nothing is due', async () => {
    await watch.begin();
    expect(watch.beforeAnswer()).toBeNull();
    schedule.due.add(NINE);
    await watch.rearm();
    clock.advanceTo('2026-03-02T08:59:59.999Z');
    expect(watch.beforeAnswer()).toBeNull();
    expect(schedule.state.rounds).toBe(0);
  });

  test('lifts before the first answer at the instant, once for all who ask', async () => {
    schedule.due.add(NINE);
    await watch.begin();
    clock.advanceTo(NINE);
    const asked = [watch.beforeAnswer(), watch.beforeAnswer(), watch.beforeAnswer()];
    expect(asked.every((one) => one !== null)).toBe(true);
    await Promise.all(asked);
    expect(schedule.lifted).toEqual([{ dueAt: NINE, at: NINE }]);
    expect(schedule.state.rounds).toBe(1);
    expect(watch.beforeAnswer()).toBeNull();
  });

  test('gets ready while something is in the schedule, and not at its instant', async () => {
    let prepared = 0;
    const { nextDue, liftDue } = schedule;
    const prepare = async () => {
      expect(schedule.state.rounds).toBe(0);
      prepared += 1;
    };
    watch = openLiftWatch({ nextDue, liftDue, prepare, clock, log: silent, timers: hand.timers });
    await watch.begin();
    expect(prepared).toBe(0);
    schedule.due.add(NINE);
    await watch.rearm();
    expect(prepared).toBe(1);
    clock.advanceTo(NINE);
    await hand.goOff();
    expect(schedule.lifted).toHaveLength(1);
    expect(prepared).toBe(1);
  });

  test('lifts by the timer, armed for the instant', async () => {
    schedule.due.add(NINE);
    await watch.begin();
    expect(hand.armed()).toEqual([3_600_000]);
    clock.advanceTo(NINE);
    await hand.goOff();
    expect(schedule.lifted).toHaveLength(1);
    expect(hand.armed()).toEqual([]);
  });

  test('lifts by the sweep when the timer is lost, and finds what another process scheduled', async () => {
    await watch.begin();
    schedule.due.add(NINE);
    clock.advanceTo(NINE);
    expect(watch.beforeAnswer()).toBeNull();
    await hand.sweep();
    expect(schedule.lifted).toHaveLength(1);
  });

  test('lifts what came due while it was down, before it begins', async () => {
    schedule.due.add(NINE).add(instantOf('2026-03-01T09:00:00Z'));
    clock.advanceTo('2026-03-03T00:00:00Z');
    await watch.begin();
    expect(schedule.lifted).toHaveLength(2);
  });

  test('waits longer than a timer can', async () => {
    schedule.due.add(instantOf('2027-03-02T09:00:00Z'));
    await watch.begin();
    expect(hand.armed()).toEqual([2_147_483_647]);
    await hand.goOff();
    expect(schedule.state.rounds).toBe(0);
    expect(hand.armed()).toEqual([2_147_483_647]);
  });

  test('is not early when the clock is set back, and lifts when it is set forward', async () => {
    schedule.due.add(NINE);
    await watch.begin();
    clock.advanceTo('2026-03-02T07:00:00Z');
    await hand.goOff();
    expect(schedule.state.rounds).toBe(0);
    expect(hand.armed()).toEqual([7_200_000]);
    clock.advanceTo('2026-03-02T09:30:00Z');
    await watch.beforeAnswer();
    expect(schedule.lifted).toHaveLength(1);
  });

  test('goes by the database’s clock where that is ahead, or behind', async () => {
    const database = fixedClock('2026-03-02T08:10:00Z');
    open(database);
    schedule.due.add(NINE);
    await watch.begin();
    expect(hand.armed()).toEqual([3_000_000]);
    clock.advanceTo('2026-03-02T08:50:00Z');
    database.advanceTo(NINE);
    await watch.beforeAnswer();
    expect(schedule.lifted).toHaveLength(1);

    schedule.due.add(instantOf('2026-03-02T10:00:00Z'));
    clock.advanceTo('2026-03-02T10:05:00Z');
    database.advanceTo('2026-03-02T09:55:00Z');
    await hand.sweep();
    expect(watch.beforeAnswer()).toBeNull();
    expect(schedule.lifted).toHaveLength(1);
  });

  test('keeps a reader who asks at the instant waiting, where a lift that began a moment too soon has found nothing yet', async () => {
    const asked: (Promise<void> | null)[] = [];
    const nextDue = async () => {
      // Asking takes fifty milliseconds: by so much the database's clock may be ahead.
      clock.advanceTo(later(clock, 50));
      if (clock.now() >= NINE) asked.push(watch.beforeAnswer());
      return schedule.nextDue();
    };
    watch = openLiftWatch({ nextDue, liftDue: schedule.liftDue, clock, log: silent, timers: hand.timers });
    schedule.due.add(NINE);
    await watch.begin();
    clock.advanceTo('2026-03-02T08:59:59.960Z');
    const early = watch.beforeAnswer();
    expect(early).not.toBeNull();
    await early;
    await asked[0];
    expect(schedule.lifted).toEqual([{ dueAt: NINE, at: '2026-03-02T09:00:00.010Z' }]);
  });

  test('waits for the database’s clock where its own may be ahead by a moment', async () => {
    const takes = [30, 20, 10];
    const nextDue = async () => {
      clock.advanceTo(later(clock, takes.shift() ?? 0));
      return schedule.nextDue();
    };
    watch = openLiftWatch({ nextDue, liftDue: schedule.liftDue, clock, log: silent, timers: hand.timers });
    schedule.due.add(NINE);
    await watch.begin();
    clock.advanceTo('2026-03-02T08:59:59.970Z');
    let isAnswered = false;
    const answered = watch.beforeAnswer()?.then(() => {
      isAnswered = true;
    });
    await hand.settled();
    expect([isAnswered, schedule.lifted, hand.armed()]).toEqual([false, [], [1, 10]]);
    clock.advanceTo(NINE);
    await hand.goOff();
    await answered;
    expect(schedule.lifted).toEqual([{ dueAt: NINE, at: NINE }]);
  });

  test('lifts what has come due while another process lifted what was due before', async () => {
    const ten = instantOf('2026-03-02T10:00:00Z');
    schedule.due.add(NINE).add(ten);
    let isFirst = true;
    const liftDue = async () => {
      if (!isFirst) return schedule.liftDue();
      isFirst = false;
      schedule.due.delete(NINE);
      clock.advanceTo(ten);
      return { lifted: [], refused: [], failed: [] };
    };
    watch = openLiftWatch({ nextDue: schedule.nextDue, liftDue, clock, log: silent, timers: hand.timers });
    await watch.begin();
    clock.advanceTo(NINE);
    await watch.beforeAnswer();
    expect(schedule.lifted).toEqual([{ dueAt: ten, at: ten }]);
  });

  test('answers although a lift fails, and tries again with the next sweep', async () => {
    schedule.due.add(NINE);
    await watch.begin();
    clock.advanceTo(NINE);
    schedule.state.failing = true;
    await expect(watch.beforeAnswer()).resolves.toBeUndefined();
    const { rounds } = schedule.state;
    expect(watch.beforeAnswer()).toBeNull();
    await hand.goOff();
    expect(schedule.state.rounds).toBe(rounds);
    schedule.state.failing = false;
    await hand.sweep();
    expect(schedule.lifted).toHaveLength(1);
  });

  test('lifts all that is due although a round takes only some of it', async () => {
    const all = ['07', '08', '09'].map((hour) => instantOf(`2026-03-02T${hour}:00:00Z`));
    for (const at of all) schedule.due.add(at);
    const liftOne = async () => {
      const [first] = [...schedule.due].sort();
      const kept = [...schedule.due].filter((at) => at !== first);
      for (const at of kept) schedule.due.delete(at);
      const report = await schedule.liftDue();
      for (const at of kept) schedule.due.add(at);
      return report;
    };
    const { nextDue } = schedule;
    watch = openLiftWatch({ nextDue, liftDue: liftOne, clock, log: silent, timers: hand.timers });
    clock.advanceTo(NINE);
    await watch.begin();
    expect(schedule.lifted).toHaveLength(3);
  });

  test('lets readers go on when what is due never becomes less', async () => {
    schedule.due.add(NINE);
    const { nextDue } = schedule;
    let rounds = 0;
    const liftDue = async () => {
      rounds += 1;
      const report = await schedule.liftDue();
      schedule.due.add(NINE);
      return report;
    };
    watch = openLiftWatch({ nextDue, liftDue, clock, log: silent, timers: hand.timers });
    clock.advanceTo(NINE);
    await watch.begin();
    expect(rounds).toBeLessThan(50);
    expect(watch.beforeAnswer()).toBeNull();
  });

  test('ends when it is closed', async () => {
    schedule.due.add(NINE);
    await watch.begin();
    await watch.close();
    expect(hand.armed()).toEqual([]);
    expect(hand.sweeps()).toBe(0);
    clock.advanceTo(NINE);
    expect(watch.beforeAnswer()).toBeNull();
  });
});

import type { Clock } from '../platform/clock.ts';
import { type Instant, instantOf } from '../platform/instant.ts';
import type { Logger } from '../platform/log.ts';
import type { Timers } from '../platform/timers.ts';
import type { DueReads } from './due.query.ts';
import { delayOf } from './lift.ts';
import type { LiftReport } from './lift-due.ts';

export interface WatchOrder {
  /** Locks nothing: asked every second. */
  readonly nextDue: DueReads['nextDue'];
  readonly liftDue: () => Promise<LiftReport>;
  /** Asked again and again while something is in the schedule and not yet due: gets ready what readers would wait for at the instant. */
  readonly prepare?: () => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly timers: Timers;
}

/** Sees to it that what is due goes public: by a timer, by a sweep at least every second, and before any answer to a reader. */
export interface LiftWatch {
  /** Lifts what is due already, then keeps watch. Before the first answer. */
  begin(): Promise<void>;
  /**
   * One comparison when nothing is due: null. Else what has to happen before the answer; it never fails, and all who ask
   * meanwhile wait for the same lift.
   */
  beforeAnswer(): Promise<void> | null;
  /** To be called after the schedule changed. */
  rearm(): Promise<void>;
  /** Lets a lift under way finish. */
  close(): Promise<void>;
}

/**
 * Finds what another process scheduled, what a lost timer forgot, and that the clock was set. A little less than a second, so that
 * what only it finds is public within one, the time of its lift included.
 */
const SWEEP_MILLISECONDS = 900;

/** Readers wait no longer for what never ends; the next sweep goes on. */
const MOST_ROUNDS = 20;

/** More than a timer takes before it wraps around and fires at once: 24.8 days. */
const LONGEST_TIMER_MILLISECONDS = 2_147_483_647;

export function openLiftWatch(order: WatchOrder): LiftWatch {
  const { clock, log, timers } = order;
  /** When the next of it is due, on this process's own clock. */
  let dueHere: Instant | null = null;
  /** How long it still was by the clock that decides, in milliseconds, when that was last asked. */
  let stillThere = 0;
  let lifting: Promise<void> | null = null;
  let looking: Promise<void> = Promise.resolve();
  let sweeping: Promise<void> | null = null;
  /** After a failure, readers are answered without trying again until the next sweep. */
  let isPaused = false;
  let isClosed = false;
  let stopTimer = () => {};
  let stopSweep = () => {};

  const isDue = () => dueHere !== null && clock.now() >= dueHere;

  /** One after the other, so that an older answer never replaces a newer. */
  const look = (): Promise<void> => {
    looking = looking.then(async () => {
      if (isClosed) return;
      try {
        const asked = clock.now();
        const next = await order.nextDue();
        dueHere = next.at === null ? null : onOwnClock(next.at, next.now, asked);
        stillThere = next.at === null ? 0 : Math.max(0, Date.parse(next.at) - Date.parse(next.now));
        arm();
        if (stillThere > 0) await getReady();
      } catch (err) {
        isPaused = true;
        log.error({ err }, 'what is due could not be read; it is tried again every second');
      }
    });
    return looking;
  };

  /** What fails here fails again, and is told, at the instant. */
  const getReady = async () => {
    try {
      await order.prepare?.();
    } catch (err) {
      log.warn({ err }, 'the next lift could not be got ready; it may take longer');
    }
  };

  const arm = () => {
    stopTimer();
    if (dueHere === null || isClosed) return;
    const wait = Date.parse(dueHere) - Date.parse(clock.now());
    stopTimer = timers.after(Math.min(Math.max(wait, 1), LONGEST_TIMER_MILLISECONDS), () => {
      if (isPaused) return;
      // Early by a hair, clock set back, or a wait longer than a timer's longest.
      if (isDue()) void lift();
      else arm();
    });
  };

  const lift = (): Promise<void> => {
    lifting ??= liftAll().finally(() => {
      lifting = null;
    });
    return lifting;
  };

  const liftAll = async (): Promise<void> => {
    // Whoever has asked meanwhile waits for this one: it ends when nothing is due any more, or what is due only fails. A round
    // that brings nothing is no end: another process may have lifted, and more have come due.
    let goesOn = true;
    for (let round = 0; goesOn && isDue() && !isClosed && round < MOST_ROUNDS; round += 1) {
      try {
        const report = await order.liftDue();
        tell(log, report);
        const { lifted, refused, failed } = report;
        if (failed.length > 0) isPaused = true;
        goesOn = failed.length === 0 || lifted.length + refused.length > 0;
      } catch (err) {
        isPaused = true;
        goesOn = false;
        log.error({ err }, 'what is due could not be lifted; it is tried again every second');
      }
      await look();
      // Never longer than that look took, so no reader waits for more than a moment.
      if (goesOn && isDue() && stillThere > 0) await pause(timers, stillThere);
    }
    if (goesOn && isDue()) isPaused = true;
  };

  const sweep = async (): Promise<void> => {
    isPaused = false;
    await look();
    if (isDue() && !isPaused) await lift();
  };

  return {
    async begin() {
      stopSweep();
      isClosed = false;
      await sweep();
      stopSweep = timers.every(SWEEP_MILLISECONDS, () => {
        sweeping ??= sweep().finally(() => {
          sweeping = null;
        });
      });
    },

    beforeAnswer() {
      if (dueHere === null || isPaused || clock.now() < dueHere) return null;
      return lift();
    },

    async rearm() {
      await look();
      if (isDue() && !isPaused) await lift();
    },

    async close() {
      isClosed = true;
      stopSweep();
      stopTimer();
      await Promise.all([sweeping, lifting, looking]);
      dueHere = null;
    },
  };
}

/**
 * Where the database's clock is ahead of ours, its instants come sooner here, and later where it is behind. The answer took
 * a while: of all the differences it leaves possible, the one by which nothing is late.
 */
function onOwnClock(at: Instant, theirs: Instant, asked: Instant): Instant {
  const ahead = Date.parse(theirs) - Date.parse(asked);
  return ahead === 0 ? at : instantOf(new Date(Date.parse(at) - ahead).toISOString());
}

function pause(timers: Timers, milliseconds: number): Promise<void> {
  return new Promise((resolve) => void timers.after(milliseconds, resolve));
}

function tell(log: Logger, { lifted, refused, failed }: LiftReport): void {
  for (const lift of lifted) {
    const { release, locale, edition, dueAt } = lift;
    log.info({ release, locale, edition, dueAt, delayMilliseconds: delayOf(lift) }, 'lifted');
  }
  for (const { release, locale, edition, dueAt } of refused) {
    log.warn(
      { release, locale, edition, dueAt },
      'what was due was refused and is held; the desk’s health page tells why',
    );
  }
  for (const { together, error } of failed) {
    log.error({ ...together, err: error }, 'what is due could not be lifted; it is tried again every second');
  }
}

import { dayIn } from '../platform/instant.ts';
import type { LiftDeps } from './lift-due.ts';
import type { WatchOrder } from './watch-due.ts';

/** The lift, loaded when something is first found in the schedule: most starts have nothing there, and at the instant readers wait. */
export function loadLift(deps: LiftDeps): Required<Pick<WatchOrder, 'liftDue' | 'prepare'>> {
  let isReady = false;
  return {
    async liftDue() {
      const { liftDue } = await import('./lift-due.ts');
      return liftDue(deps);
    },

    async prepare() {
      if (isReady) return;
      await import('./lift-due.ts');
      const offices = await deps.inTransaction((tx) => deps.publishing.publications.offices(tx));
      // The first look at a time zone reads its rules.
      for (const { timeZone } of offices) dayIn(deps.clock.now(), timeZone);
      isReady = true;
    },
  };
}

import type { TextOrder } from '../releases/desk-deps.ts';
import type { DeskOutcome } from '../releases/desk-outcome.ts';
import { moveScheduled } from './move-scheduled.ts';
import type { Moved, ScheduleDeps } from './texts-together.ts';

/**
 * Takes a text out of the schedule, with its whole bundle: they are approved again, and wait. Works as long as the
 * transaction of its lift has not begun.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function unscheduleDraft(deps: ScheduleDeps, order: TextOrder): Promise<DeskOutcome<Moved>> {
  return moveScheduled(deps, order, {
    needs: 'schedule',
    act: 'unscheduled',
    to: () => ({ standing: { state: 'approved' }, scheduledBy: null }),
  });
}

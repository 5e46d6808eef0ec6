import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import type { DeskOutcome } from '../releases/desk-outcome.ts';
import type { Moved } from '../releases/open-text.ts';
import { moveScheduled } from './move-scheduled.ts';

/**
 * Takes a text out of the schedule, with its whole bundle: they are approved again, and wait. Works as long as the
 * transaction of its lift has not begun.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function unscheduleDraft(deps: DeskDeps, order: TextOrder): Promise<DeskOutcome<Moved>> {
  return moveScheduled(deps, order, {
    needs: 'schedule',
    act: 'unscheduled',
    to: () => ({ standing: { state: 'approved' }, scheduledBy: null }),
  });
}

import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import type { DeskOutcome } from '../releases/desk-outcome.ts';
import type { Moved } from '../releases/open-text.ts';
import { moveScheduled } from './move-scheduled.ts';

/**
 * Keeps a scheduled text from going public, with its whole bundle, until it is let go. Works as long as the transaction
 * of its lift has not begun. Safe to run twice.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function holdDraft(deps: DeskDeps, order: TextOrder): Promise<DeskOutcome<Moved>> {
  return moveScheduled(deps, order, {
    needs: 'hold',
    act: 'held',
    to: ({ standing }, heldAt) => (standing.heldAt === null ? { standing: { ...standing, heldAt } } : null),
  });
}

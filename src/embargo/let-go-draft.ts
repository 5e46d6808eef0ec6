import type { DeskDeps, TextOrder } from '../releases/desk-deps.ts';
import type { DeskOutcome } from '../releases/desk-outcome.ts';
import type { Moved } from '../releases/open-text.ts';
import { moveScheduled } from './move-scheduled.ts';

/**
 * Ends a hold, on the whole bundle: the text goes public at its time. Where that has passed, now is its time. Safe to run twice.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function letGoDraft(deps: DeskDeps, order: TextOrder): Promise<DeskOutcome<Moved>> {
  return moveScheduled(deps, order, {
    needs: 'hold',
    act: 'let-go',
    to: ({ standing }, now) => {
      const goesPublicAt = standing.goesPublicAt < now ? now : standing.goesPublicAt;
      return standing.heldAt === null ? null : { standing: { ...standing, heldAt: null, goesPublicAt } };
    },
  });
}

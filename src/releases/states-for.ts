import type { Act } from '../people/rights.ts';
import type { Draft, DraftState } from './draft.ts';

const everyState = ['draft', 'submitted', 'approved', 'scheduled', 'published'] as const;

/**
 * In which states of a text each act has something to do: the one table. The verbs refuse by it, and the application offers by
 * it. What ends a public text asks nothing of the draft beside it: that may already be the next edition.
 */
export const statesFor = {
  revise: ['draft'],
  submit: ['draft'],
  override: ['draft'],
  discard: ['draft'],
  restore: ['discarded'],
  recall: ['submitted'],
  return: ['submitted', 'approved'],
  approve: ['submitted'],
  bundle: ['draft', 'submitted', 'approved'],
  unbundle: ['draft', 'submitted', 'approved', 'scheduled'],
  schedule: ['approved', 'scheduled'],
  hold: ['scheduled'],
  publish: ['approved'],
  /** What is approved needs no force. */
  'force-publish': ['draft', 'submitted'],
  correct: ['published'],
  withdraw: everyState,
  retract: everyState,
  'take-down': everyState,
  translate: everyState,
  'share-preview': ['draft', 'submitted', 'approved', 'scheduled'],
  settle: everyState,
} as const satisfies Partial<Record<Act, readonly DraftState[]>>;

/** An act that asks in which state a text is. */
export type TextAct = keyof typeof statesFor;

/** Does a text stand so? One whose correction was discarded stands as it did before that was begun: published. */
export function standsIn(
  states: readonly DraftState[],
  { standing, edition }: Pick<Draft, 'standing' | 'edition'>,
): boolean {
  const isPublicBeside = standing.state === 'discarded' && edition > 1;
  return states.includes(standing.state) || (isPublicBeside && states.includes('published'));
}

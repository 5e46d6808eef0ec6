import type { DeskDeps, TextOrder } from './desk-deps.ts';
import type { DeskOutcome } from './desk-outcome.ts';
import { endText } from './end-text.ts';

export interface WithdrawOrder extends TextOrder {
  /** For readers, in the language of the text. */
  readonly publicReason: string;
}

/**
 * The text stays readable under a banner that gives the reason. The other languages stand.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function withdrawText(deps: DeskDeps, order: WithdrawOrder): Promise<DeskOutcome> {
  const { publicReason } = order;
  return endText(deps, order, {
    ...{ needs: 'withdraw', act: 'withdrew', standing: 'withdrawn' },
    ...{ publicReason, privateReason: null },
  });
}

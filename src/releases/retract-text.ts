import type { DeskDeps, TextOrder } from './desk-deps.ts';
import type { DeskOutcome } from './desk-outcome.ts';
import { endText } from './end-text.ts';

export interface RetractOrder extends TextOrder {
  /** For readers, in the language of the text. */
  readonly publicReason: string;
}

/**
 * The text is taken out of the published half; a tombstone with the reason keeps its place. The other languages stand.
 *
 * @throws Fault DRAFT_NOT_FOUND
 */
export async function retractText(deps: DeskDeps, order: RetractOrder): Promise<DeskOutcome> {
  const { publicReason } = order;
  return endText(deps, order, {
    ...{ needs: 'retract', act: 'retracted', standing: 'retracted' },
    ...{ publicReason, privateReason: null },
  });
}

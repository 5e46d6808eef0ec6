import type { EndOrder, EndOutcome } from './end-order.ts';
import { endWithin } from './end-release.ts';
import type { PublishDeps } from './publish-release.ts';

/** The text is taken out of the published half; a tombstone with the reason keeps its place. One language version; the others stand. */
export async function retractRelease(deps: PublishDeps, order: EndOrder): Promise<EndOutcome> {
  return deps.inTransaction((tx) => endWithin(tx, deps, order, 'retracted'));
}

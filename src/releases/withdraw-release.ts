import type { EndOrder, EndOutcome } from './end-order.ts';
import { endWithin } from './end-release.ts';
import type { PublishDeps } from './publish-release.ts';

/** The text stays readable under a banner that gives the reason. One language version; the others stand. */
export async function withdrawRelease(deps: PublishDeps, order: EndOrder): Promise<EndOutcome> {
  return deps.inTransaction((tx) => endWithin(tx, deps, order, 'withdrawn'));
}

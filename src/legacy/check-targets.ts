import { Fault } from '../platform/faults.ts';
import type { Difference } from '../published/check-published.ts';
import type { Ask } from './legacy-map.ts';
import { whereItEnds } from './measure-coverage.ts';

/** A row of the legacy map that leads to a page. */
export interface LegacyTarget {
  /** An address, or a pattern with its `~`. */
  readonly from: string;
  /** An address of this newsroom. */
  readonly target: string;
}

/** So many targets are held in memory. Most maps lead to a few hundred; one that is asked for again costs only time. */
const MAX_REMEMBERED = 50_000;

/**
 * Names every row of the legacy map whose target leads nowhere any more: an office that was given another address, a year that
 * lost its only release. A retracted text still says what became of it, and is not named.
 *
 * @param ask each target is asked for once, as a reader would.
 * @throws Fault DATABASE_UNAVAILABLE where the newsroom cannot answer.
 */
export async function* checkTargets(
  targets: AsyncIterable<readonly LegacyTarget[]>,
  ask: Ask,
): AsyncGenerator<Difference> {
  const ends = new Map<string, Awaited<ReturnType<typeof whereItEnds>>>();
  for await (const some of targets) {
    for (const { from, target } of some) {
      const end = ends.get(target) ?? (await whereItEnds(ask, ends, target));
      if (ends.size > MAX_REMEMBERED) ends.clear();
      ends.set(target, end);
      if (end !== 'nothing') continue;
      const { code, message } = new Fault('LEGACY_TARGET_LOST', { target });
      yield { where: from, problem: `${message} (${code})` };
    }
  }
}

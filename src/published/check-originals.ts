import { Fault } from '../platform/faults.ts';
import type { Difference, Original } from './check-published.ts';

/**
 * Names every picture that the database describes and whose original is not there, as after a restore without the media
 * folder, or is not as long as it was, as after a copy that broke off. Whether those that are as long are sound is not asked:
 * that would read them all.
 *
 * @param originals all that there must be, some at a time.
 * @param bytesKept how many bytes an original has; null when it is not there.
 */
export async function* checkOriginals(
  originals: AsyncIterable<readonly Original[]>,
  bytesKept: (hash: string) => Promise<number | null>,
): AsyncGenerator<Difference> {
  for await (const some of originals) {
    const lengths = await Promise.all(some.map(({ hash }) => bytesKept(hash)));
    for (const [place, { hash, bytes }] of some.entries()) {
      const found = lengths[place] ?? null;
      if (found === bytes) continue;
      const { code, message } =
        found === null ? new Fault('ORIGINAL_MISSING') : new Fault('ORIGINAL_DAMAGED', { found, bytes });
      yield { where: `picture ${hash}`, problem: `${message} (${code})` };
    }
  }
}

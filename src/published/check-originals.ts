import { Fault } from '../platform/faults.ts';
import type { Difference } from './check-published.ts';

/**
 * Names every picture that the database describes and whose original is not there, as after a restore without the media
 * folder. Whether those that are there are sound is not asked: that would read them all.
 *
 * @param originals hashes of all originals there must be, some at a time.
 */
export async function* checkOriginals(
  originals: AsyncIterable<readonly string[]>,
  isKept: (hash: string) => Promise<boolean>,
): AsyncGenerator<Difference> {
  const { code, message } = new Fault('ORIGINAL_MISSING');
  for await (const hashes of originals) {
    const areKept = await Promise.all(hashes.map(isKept));
    for (const hash of hashes.filter((_, place) => areKept[place] === false)) {
      yield { where: `picture ${hash}`, problem: `${message} (${code})` };
    }
  }
}

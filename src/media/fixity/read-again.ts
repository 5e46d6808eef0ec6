import type { Clock } from '../../platform/clock.ts';
import type { FixityStore, Reading, Soundness } from './fixity.ts';
import type { FixityFolder, Reader } from './fixity-folder.ts';

export interface ReadDeps {
  readonly store: Pick<FixityStore, 'originals'>;
  readonly folder: FixityFolder;
  /** Reads one again. @param goOn asked before each piece; false: stop, and nothing is said of it. */
  readonly check: (hash: string, goOn: (bytes: number) => Promise<boolean>) => Promise<Soundness | 'stopped'>;
  readonly clock: Clock;
}

export interface ReadOrder {
  readonly reader: Reader;
  /** Asked before each piece of so many bytes: waits as long as it must. */
  readonly goOn: (bytes: number) => Promise<boolean>;
  /** Told after each original. @returns false: that is enough for now. */
  readonly read: (so: Reading) => Promise<boolean>;
}

/** Asked for in one statement. */
const AT_ONCE = 200;

/** How much may have to be read twice when the process dies. */
const SAVED_EVERY_BYTES = 64_000_000;
const SAVED_EVERY_ORIGINALS = 100;

/**
 * Reads the originals again from where this reader last stopped, and notes each that is missing or no longer what it was. Safe to
 * break off anywhere: it goes on from there, and what was found stays found.
 *
 * @returns is it at its end?
 */
export async function readAgain(deps: ReadDeps, order: ReadOrder): Promise<boolean> {
  const { store, folder, check, clock } = deps;
  const { reader, goOn, read } = order;
  let reading = (await folder.reading(reader)) ?? { begunAt: clock.now(), after: '', originals: 0, bytes: 0 };
  let saved = reading;
  await folder.keepReading(reader, reading);
  for (;;) {
    const some = await store.originals(reading.after, AT_ONCE);
    for (const { hash, bytes } of some) {
      const found = await check(hash, goOn);
      if (found !== 'stopped') {
        await folder.note(hash, found, clock.now());
        reading = { ...reading, after: hash, originals: reading.originals + 1, bytes: reading.bytes + bytes };
      }
      const isEnough = found === 'stopped' || !(await read(reading));
      if (isEnough || isFarFrom(saved, reading)) {
        await folder.keepReading(reader, reading);
        saved = reading;
      }
      if (isEnough) return false;
    }
    if (some.length < AT_ONCE) break;
  }
  await folder.finish(reader, reading, clock.now());
  return true;
}

function isFarFrom(saved: Reading, now: Reading): boolean {
  return now.bytes - saved.bytes >= SAVED_EVERY_BYTES || now.originals - saved.originals >= SAVED_EVERY_ORIGINALS;
}

import { parentPort, workerData } from 'node:worker_threads';
import { openDatabase } from '../database/open.ts';
import { systemClock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { extendIndex } from './extend-index.ts';
import { indexStore } from './index.store.ts';
import type { IndexerSettings } from './open-indexer.ts';

// Runs beside whatever publishes: cutting texts into terms takes as long as writing them.

const { interrupted, ...settings } = workerData as IndexerSettings;
const engine = await openDatabase({ ...settings, mustBeThere: true });
const isInterrupted = () => Atomics.load(interrupted, 0) === 1;
const { inTransaction } = engine;
const deps = { store: indexStore(engine), inTransaction, clock: systemClock, holder: newId(), isInterrupted };

parentPort?.on('message', async (least: number) => {
  const done = await extendIndex(deps, least).then(
    (texts) => ({ texts }),
    (error: unknown) => ({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  parentPort?.postMessage(done);
});

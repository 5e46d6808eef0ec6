import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

// Runs beside the thread that commits (sqlite-checkpoints.ts).

const LOOKS_MILLISECONDS = 500;

const { file, beside, atLast } = workerData as {
  readonly file: string;
  readonly beside: number;
  readonly atLast: number;
};
const database = new DatabaseSync(file);
database.exec('pragma synchronous = full');
const look = database.prepare('pragma wal_checkpoint(noop)');
// Whoever reads or writes meanwhile is not waited for: the next look goes on.
const writeBack = database.prepare('pragma wal_checkpoint(passive)');

const looks = setInterval(() => {
  const { log, checkpointed } = look.get() as { log: number; checkpointed: number };
  const left = log - checkpointed;
  if (left >= beside && left < atLast) writeBack.get();
}, LOOKS_MILLISECONDS);

parentPort?.once('message', () => {
  clearInterval(looks);
  database.close();
});

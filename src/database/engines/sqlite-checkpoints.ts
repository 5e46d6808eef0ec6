import { Worker } from 'node:worker_threads';

/**
 * In pages of 4 KiB that lie in the log and not yet in the file: from so many on beside the thread that commits, and, where that is not
 * enough, on it. Where more has come together, another process writes much at once and writes back as it commits: done by two, it
 * would never be whole, and the log would grow without end.
 */
export const CHECKPOINT_PAGES = { beside: 250, atLast: 4_000 };

/**
 * Writes back into the file what commits leave in the log, in a thread of its own. By itself SQLite does so in the commit that makes the
 * log too long: ten times as slow as any other, and nobody is answered meanwhile.
 */
export function openCheckpoints(file: string): { close(): Promise<void> } {
  const program = import.meta.url.endsWith('.ts') ? './sqlite-checkpoint-worker.ts' : './sqlite-checkpoint-worker.js';
  const worker = new Worker(new URL(program, import.meta.url), {
    workerData: { file, ...CHECKPOINT_PAGES },
  });
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  // Without it commits write back by themselves, later than else; what is wrong with the file, they tell.
  worker.on('error', () => {});
  worker.unref();
  return {
    async close() {
      worker.ref();
      worker.postMessage('close');
      await ended;
    },
  };
}

import { Worker } from 'node:worker_threads';

/** In pages of 4 KiB that lie in the log and not yet in the file: beside the thread that commits, and, where that is not enough, on it. */
export const CHECKPOINT_PAGES = { beside: 250, atLast: 4_000 };

/**
 * Writes back into the file what commits leave in the log, in a thread of its own. By itself SQLite does so in the commit that makes the
 * log too long: ten times as slow as any other, and nobody is answered meanwhile.
 */
export function openCheckpoints(file: string): { close(): Promise<void> } {
  const program = import.meta.url.endsWith('.ts') ? './sqlite-checkpoint-worker.ts' : './sqlite-checkpoint-worker.js';
  const worker = new Worker(new URL(program, import.meta.url), {
    workerData: { file, pages: CHECKPOINT_PAGES.beside },
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

import { Worker } from 'node:worker_threads';

/**
 * In pages of 4 KiB that lie in the log and not yet in the file: from so many on beside the thread that commits, and, where that is not
 * enough, on it. Where more has come together, another process writes much at once and writes back as it commits: done by two, it
 * would never be whole, and the log would grow without end.
 */
export const CHECKPOINT_PAGES = { beside: 1_000, atLast: 4_000 };

export interface Checkpoints {
  /** @param left how many pages the log holds that are not in the file. */
  afterCommit(left: number): void;
  /** Lets the one under way finish. */
  close(): Promise<void>;
}

/**
 * Writes back into the file what commits leave in the log, in a thread that lasts as long as that takes: one that waits would cost
 * seventeen megabytes. By itself SQLite does so in the commit that makes the log too long: ten times as slow as any other, and
 * nobody is answered meanwhile.
 */
export function openCheckpoints(file: string): Checkpoints {
  const program = import.meta.url.endsWith('.ts') ? './sqlite-checkpoint-worker.ts' : './sqlite-checkpoint-worker.js';
  let underWay: Promise<void> | null = null;

  const writeBack = () =>
    new Promise<void>((resolve) => {
      const worker = new Worker(new URL(program, import.meta.url), { workerData: file });
      worker.on('error', () => {});
      worker.once('exit', () => resolve());
    });

  return {
    afterCommit(left) {
      if (left < CHECKPOINT_PAGES.beside || left >= CHECKPOINT_PAGES.atLast) return;
      // Where it fails, commits write back by themselves, later than else, and tell what is wrong with the file.
      underWay ??= writeBack()
        .catch(() => {})
        .finally(() => {
          underWay = null;
        });
    },
    async close() {
      await underWay;
    },
  };
}

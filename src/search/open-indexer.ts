import { Worker } from 'node:worker_threads';
import { Fault } from '../platform/faults.ts';

export interface IndexerSettings {
  readonly database: string;
  readonly publishedDatabase: string | null;
  /** One number: 1 from when the work is to be left. */
  readonly interrupted: Int32Array<SharedArrayBuffer>;
}

export interface Indexer {
  /**
   * Extends the index in a thread of its own, unless that is under way: then it waits for its end.
   *
   * @param least fewer public acts than this are not worth it.
   * @throws Fault SEARCH_UNAVAILABLE
   */
  extend(least: number): Promise<void>;
  /** Leaves unfinished work for the next time. */
  close(): Promise<void>;
}

export function openIndexer(settings: Omit<IndexerSettings, 'interrupted'>): Indexer {
  const interrupted = new Int32Array(new SharedArrayBuffer(4));
  let worker: Worker | null = null;
  let underWay: Promise<void> | null = null;

  const extend = (least: number): Promise<void> => {
    const file = import.meta.url.endsWith('.ts') ? './index-worker.ts' : './index-worker.js';
    worker ??= new Worker(new URL(file, import.meta.url), { workerData: { ...settings, interrupted } });
    const own = worker;
    return new Promise((resolve, reject) => {
      const fail = (cause: unknown) => reject(new Fault('SEARCH_UNAVAILABLE', {}, { cause }));
      own.once('message', ({ problem }: { problem?: string }) => {
        own.off('error', fail);
        if (problem === undefined) resolve();
        else fail(new Error(problem));
      });
      own.once('error', fail);
      own.postMessage(least);
    });
  };

  return {
    extend(least) {
      underWay ??= extend(least).finally(() => {
        underWay = null;
      });
      return underWay;
    },
    async close() {
      Atomics.store(interrupted, 0, 1);
      await underWay?.catch(() => {});
      await worker?.terminate();
    },
  };
}

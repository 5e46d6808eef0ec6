import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a publication writes, about: some thirty pages of 4 KiB. */
const BYTES = Buffer.alloc(131_072, 'tide ');

/** As much as a publication writes, made durable on the same disk without any newsroom: what of its time is the disk's. */
export interface DurableWrite {
  /** @returns milliseconds. */
  once(): Promise<number>;
  close(): Promise<void>;
}

export async function openDurableWrite(folder: string): Promise<DurableWrite> {
  const path = join(folder, 'durable-write');
  const file: FileHandle = await open(path, 'w');
  return {
    async once() {
      const began = performance.now();
      await file.write(BYTES);
      await file.datasync();
      return performance.now() - began;
    },
    async close() {
      await file.close();
      await rm(path);
    },
  };
}

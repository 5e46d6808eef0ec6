import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { Newsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';

interface UntilKilled {
  readonly data: string;
  readonly origin: string;
  /** Of the changes to files; 0: none. */
  readonly killedBefore: number;
}

/** The newsroom as it is built, in a process that dies by SIGKILL before one of its changes to files. */
export async function openUntilKilled({ data, origin, killedBefore }: UntilKilled): Promise<{
  readonly newsroom: Newsroom;
  /** How many changes to files there were so far. */
  readonly changes: () => number;
}> {
  let changes = 0;
  for (const name of ['writeFile', 'rename', 'rm'] as const) {
    const change = fs[name] as (...words: unknown[]) => Promise<void>;
    Object.assign(fs, {
      [name]: (...words: unknown[]) => {
        changes += 1;
        if (changes === killedBefore) process.kill(process.pid, 'SIGKILL');
        return change(...words);
      },
    });
  }
  syncBuiltinESMExports();

  const built = new URL('../../dist/newsroom.js', import.meta.url).href;
  const { openNewsroom }: typeof import('../../src/newsroom.ts') = await import(built);
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const settings = { data, database: join(data, 'newsroom.sqlite'), databasePublic: null, origin };
  const newsroom = await openNewsroom(
    { ...settings, cacheBytes: 0, pageFiles: false },
    { clock: fixedClock('2026-12-01T12:00:00Z'), newId, log },
  );
  return { newsroom, changes: () => changes };
}

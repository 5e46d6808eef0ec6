import { cp, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import { openNewsroom } from '../../src/newsroom.ts';
import { fixedClock } from '../../src/platform/clock.ts';

/** When the example newsroom of the tests was filled. */
export const FILLED_AT = '2026-11-24T12:00:00Z';

/**
 * Puts the example newsroom into a folder, as it is after the first start of a server: the database `newsroom.sqlite`, and
 * pictures. To draw it takes ten seconds of a processor, so whoever needs it first makes it once for all tests of a project.
 */
export async function putExampleInto(folder: string): Promise<void> {
  const pattern = join(inject('exampleFolder'), 'pattern');
  const isMine = await mkdir(pattern).then(
    () => true,
    () => false,
  );
  if (isMine) await fill(pattern);
  while (!(await isThere(join(pattern, 'outcome')))) await wait(50);
  await cp(join(pattern, 'newsroom'), folder, { recursive: true });
}

/** Whoever waits is told of a failure too, by a folder that is not there. */
async function fill(pattern: string): Promise<void> {
  try {
    const making = join(pattern, 'making');
    await mkdir(making);
    let made = 0;
    const newId = () => `01900000-0000-7000-8000-${String(++made).padStart(12, '0')}`;
    const database = { database: join(making, 'newsroom.sqlite'), databasePublic: null };
    const settings = { data: making, ...database, origin: 'https://newsroom.example', cacheBytes: 0, pageFiles: false };
    const newsroom = await openNewsroom(settings, { clock: fixedClock(FILLED_AT), newId, log: silent });
    await newsroom.fillWithExample(() => {});
    await newsroom.close();
    await rename(making, join(pattern, 'newsroom'));
  } finally {
    await writeFile(join(pattern, 'outcome'), '');
  }
}

function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

const silent = { info: () => {}, warn: () => {}, error: () => {} };

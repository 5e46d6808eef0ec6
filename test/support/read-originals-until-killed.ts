import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';

// A process of its own for the tests that kill it: reads the originals again, and dies by SIGKILL before the change to a file
// that is named. Without one it reads to the end, and tells how many changes that took and what it found.
const [data = '', killedBefore = '0'] = process.argv.slice(2);
let changes = 0;
for (const name of ['writeFile', 'rename', 'rm'] as const) {
  const change = fs[name] as (...words: unknown[]) => Promise<void>;
  Object.assign(fs, {
    [name]: (...words: unknown[]) => {
      changes += 1;
      if (changes === Number(killedBefore)) process.kill(process.pid, 'SIGKILL');
      return change(...words);
    },
  });
}
syncBuiltinESMExports();

const built = new URL('../../dist/newsroom.js', import.meta.url).href;
const { openNewsroom }: typeof import('../../src/newsroom.ts') = await import(built);
const log = { info: () => {}, warn: () => {}, error: () => {} };
const settings = {
  data,
  database: join(data, 'newsroom.sqlite'),
  databasePublic: null,
  origin: 'https://newsroom.example',
};
const newsroom = await openNewsroom(
  { ...settings, cacheBytes: 0, pageFiles: false },
  { clock: fixedClock('2026-12-01T12:00:00Z'), newId, log },
);
const isEnd = await newsroom.originals.readAll({ progress: () => {}, isInterrupted: () => false });
const { originals, unsound } = await newsroom.originals.report();
const found = unsound.map((one) => [one.hash, one.found]);
process.stdout.write(JSON.stringify({ changes, isEnd, originals, found }));
await newsroom.close();

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Newsroom, openNewsroom } from '../src/newsroom.ts';
import { systemClock } from '../src/platform/clock.ts';
import { newId } from '../src/platform/ids.ts';
import { openLog } from '../src/platform/log.ts';

/** A generated newsroom opened in this process, with nothing kept between visits. */
export function openHere(folder: string): Promise<Newsroom> {
  mkdirSync(folder, { recursive: true });
  return openNewsroom(
    {
      data: folder,
      database: join(folder, 'newsroom.sqlite'),
      databasePublic: null,
      origin: 'http://127.0.0.1',
      cacheBytes: 0,
      pageFiles: false,
    },
    { clock: systemClock, newId, log: openLog('error', process.stderr) },
  );
}

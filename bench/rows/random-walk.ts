import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressesOf } from '../addresses.ts';
import { drawFrom } from '../draw.ts';
import { listed, median, whole } from '../figures.ts';
import { load } from '../load.ts';
import type { Reading, Row } from '../row.ts';
import { serveNewsroom, visitAll } from '../served.ts';

const RELEASES = 10_000;
const PAGES_PER_SECOND = 2_500;
const ROUNDS = 3;

/** Somebody who goes through the archive without pattern, so that no cache helps: over HTTP, one process. */
export const randomWalk: Row = {
  name: 'random-walk',
  async measure({ newsrooms, folder }) {
    const { folder: data } = await newsrooms.of(RELEASES);
    const bare = await serveNewsroom(data, ['--cache-bytes', '0']);
    const keeping = await serveNewsroom(data);
    const addresses = await addressesOf(bare.port, 4_000);
    const readings: Reading[] = [];
    for (const [what, paths] of Object.entries(addresses)) {
      const script = join(folder, `walk-${what}.lua`);
      writeFileSync(script, walkOver(paths));
      await visitAll(keeping.port, paths);
      const [ours, kept] = [[] as number[], [] as number[]];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push((await load(`http://127.0.0.1:${bare.port}`, [bare.pid], script)).perSecond);
        kept.push((await load(`http://127.0.0.1:${keeping.port}`, [keeping.pid], script)).perSecond);
      }
      const perSecond = median(ours);
      readings.push({
        what: `uncached ${what} pages walked at random, ${whole(RELEASES)} releases`,
        measured: `${whole(perSecond)} pages/s`,
        comparedWith: `the same pages, kept: ${whole(median(kept))} pages/s`,
        ratio: perSecond / median(kept),
        bar: `≥ ${whole(PAGES_PER_SECOND)} pages/s`,
        isMet: perSecond >= PAGES_PER_SECOND,
        note: `${whole(paths.length)} different pages over HTTP, each by one process; rounds ${listed(ours, 0)}. A page is read, written and gzipped anew, in about equal parts.`,
      });
    }
    await Promise.all([bare.stop(), keeping.stop()]);
    return readings;
  },
};

/** A script for wrk that asks for one of the paths after another, shuffled. */
function walkOver(paths: readonly string[]): string {
  const draw = drawFrom(4);
  const shuffled = paths.map((path) => ({ path, at: draw.next() })).sort((a, b) => a.at - b.at);
  return `local paths = {\n${shuffled.map(({ path }) => `  "${path}",`).join('\n')}\n}
local at = 0
function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
`;
}

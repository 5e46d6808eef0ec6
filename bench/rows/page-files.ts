import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { besideNginx } from '../beside-nginx.ts';
import { deployedNginx, plainNginx } from '../nginx.ts';
import { type Reading, type Row, SMALL } from '../row.ts';
import { serveNewsroom } from '../served.ts';
import { filesOf, listAndRelease } from './cached-pages.ts';

const BAR = 0.95;

/** The same pages as files behind deploy/nginx.conf. The server's own processor time counts too. */
export const pageFiles: Row = {
  name: 'page-files',
  async measure({ newsrooms, folder }) {
    const { folder: data } = await newsrooms.of(SMALL);
    const server = await serveNewsroom(data, ['--page-files', 'on']);
    const pages = await listAndRelease(server.port);
    for (const { path } of pages)
      await filed(join(data, 'page-files', 'current', `${decodeURIComponent(path)}.page.gz`));
    const plain = await plainNginx(join(folder, 'beside-page-files'), filesOf(pages));
    const deployed = await deployedNginx(join(folder, 'page-files'), join(data, 'page-files'), server.port);
    const readings: Reading[] = [];
    for (const { name, path, bytes } of pages) {
      const ours = { url: `http://127.0.0.1:${deployed.port}${path}`, processes: [deployed.pid, server.pid] };
      const theirs = { url: `http://127.0.0.1:${plain.port}/${name}`, processes: [plain.pid] };
      readings.push(
        await besideNginx({ what: `${name} page through deploy/nginx.conf`, bytes, ours, theirs, bar: BAR }),
      );
    }
    await Promise.all([server.stop(), plain.stop(), deployed.stop()]);
    return readings;
  },
};

/** A page is written to its file after it was sent. */
async function filed(path: string): Promise<void> {
  for (let look = 0; look < 200; look += 1) {
    if (existsSync(path)) return;
    await wait(10);
  }
  throw new Error(`No page file came at ${path}.`);
}

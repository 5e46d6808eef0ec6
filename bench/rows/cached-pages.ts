import { Agent } from 'node:http';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { besideNginx } from '../beside-nginx.ts';
import { plainNginx } from '../nginx.ts';
import { type Reading, type Row, SMALL } from '../row.ts';
import { get, releasesOn, serveNewsroom } from '../served.ts';

const BAR = 0.4;

/** A page that is kept, answered by the server itself, beside nginx with the same bytes in a file. */
export const cachedPages: Row = {
  name: 'cached-pages',
  async measure({ newsrooms, folder }) {
    const { folder: data } = await newsrooms.of(SMALL);
    const server = await serveNewsroom(data);
    const pages = await listAndRelease(server.port);
    const nginx = await plainNginx(join(folder, 'beside-cached-pages'), filesOf(pages));
    const readings: Reading[] = [];
    for (const { name, path, bytes } of pages) {
      const ours = { url: `http://127.0.0.1:${server.port}${path}`, processes: [server.pid] };
      const theirs = { url: `http://127.0.0.1:${nginx.port}/${name}`, processes: [nginx.pid] };
      readings.push(await besideNginx({ what: `cached ${name} page, in-process`, bytes, ours, theirs, bar: BAR }));
    }
    await Promise.all([server.stop(), nginx.stop()]);
    return readings;
  },
};

export interface MeasuredPage {
  readonly name: 'list' | 'release';
  readonly path: string;
  /** Gzipped. */
  readonly bytes: Buffer;
}

export async function listAndRelease(port: number): Promise<MeasuredPage[]> {
  const agent = new Agent({ keepAlive: true });
  const list = (await get(agent, port, '/en')).body;
  const path = releasesOn(gunzipSync(list).toString())[0];
  if (path === undefined) throw new Error('The list page shows no release.');
  const release = (await get(agent, port, path)).body;
  agent.destroy();
  return [
    { name: 'list', path: '/en', bytes: list },
    { name: 'release', path, bytes: release },
  ];
}

export function filesOf(pages: readonly MeasuredPage[]): Map<string, Buffer> {
  return new Map(pages.map(({ name, bytes }) => [`/${name}`, bytes]));
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Agent } from 'node:http';
import { join } from 'node:path';
import { freePort, type Running, runBeside, until } from './children.ts';
import { get } from './served.ts';

export interface Nginx extends Running {
  readonly port: number;
}

/**
 * nginx as it is usually set up for files that are compressed already: one worker, no header of its own choosing.
 *
 * @param pages gzipped, by their address.
 */
export async function plainNginx(folder: string, pages: ReadonlyMap<string, Buffer>): Promise<Nginx> {
  const files = join(folder, 'files');
  mkdirSync(files, { recursive: true });
  for (const [address, bytes] of pages) writeFileSync(join(files, `${address}.gz`), bytes);
  const port = await freePort();
  const configuration = `
    worker_processes 1;
    pid ${folder}/nginx.pid;
    events { worker_connections 4096; }
    http {
      default_type "text/html; charset=utf-8";
      access_log off;
      sendfile on;
      tcp_nopush on;
      server { listen 127.0.0.1:${port}; root ${files}; gzip_static always; }
    }`;
  return startNginx(folder, configuration, { port, ready: [...pages.keys()][0] ?? '/' });
}

/** nginx with deploy/nginx.conf; only what that file says is to be changed is changed, and one worker. */
export async function deployedNginx(folder: string, pageFiles: string, serverPort: number): Promise<Nginx> {
  mkdirSync(folder, { recursive: true });
  const port = await freePort();
  let configuration = readFileSync('deploy/nginx.conf', 'utf8');
  for (const [from, to] of [
    ['worker_processes auto;', 'worker_processes 1;'],
    ['pid /run/nginx-dateline.pid;', `pid ${folder}/nginx.pid;`],
    ['/var/lib/dateline/page-files', pageFiles],
    ['server 127.0.0.1:4180;', `server 127.0.0.1:${serverPort};`],
    ['listen 8080;', `listen 127.0.0.1:${port};`],
  ] as const) {
    if (!configuration.includes(from)) throw new Error(`deploy/nginx.conf has no “${from}”.`);
    configuration = configuration.replace(from, to);
  }
  return startNginx(folder, configuration, { port, ready: '/en' });
}

async function startNginx(folder: string, configuration: string, at: { port: number; ready: string }): Promise<Nginx> {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration);
  const nginx = runBeside('nginx', ['-p', folder, '-c', file, '-e', 'stderr', '-g', 'daemon off;']);
  const agent = new Agent();
  await until(
    () =>
      get(agent, at.port, at.ready).then(
        (answer) => answer.status === 200,
        () => false,
      ),
    nginx,
  );
  return { ...nginx, port: at.port };
}

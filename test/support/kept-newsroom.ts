import { randomBytes } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, inject } from 'vitest';
import { onServer } from './engines.ts';
import { EMPTY_POSTGRES } from './postgres.ts';

/** A newsroom that processes open by its folder and its database, and that can be copied as it lies. */
export interface KeptNewsroom {
  /** For `--data`. */
  readonly data: string;
  /** For `--database`: a path, or an address. */
  readonly database: string;
  /** Nobody may have it open. */
  copy(): Promise<KeptNewsroom>;
  /** As it lies in a copy of its folder that somebody else made; null where not all of it lies there. */
  readonly lyingIn: ((data: string) => KeptNewsroom) | null;
  /** When everything that a killed process had begun is done or undone. */
  settled(): Promise<void>;
  discard(): Promise<void>;
}

/** Says the same of a newsroom in a file and of one on a PostgreSQL. What is made is thrown away behind the tests. */
export function eachKept(name: string, define: (make: () => Promise<KeptNewsroom>) => void): void {
  describe(`${name} on sqlite`, () => define(keeper(async (data) => inFile(data))));
  describe(`${name} on postgres`, () => define(keeper((data) => onPostgres(data, EMPTY_POSTGRES))));
}

function keeper(make: (data: string) => Promise<KeptNewsroom>): () => Promise<KeptNewsroom> {
  const made: KeptNewsroom[] = [];
  afterAll(async () => {
    for (const one of made) await one.discard();
  });
  return async () => {
    const one = await make(newFolder());
    made.push(one);
    return one;
  };
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'dateline-survival-'));
}

function copyOf(data: string): string {
  const folder = newFolder();
  cpSync(data, folder, { recursive: true });
  return folder;
}

function inFile(data: string): KeptNewsroom {
  return {
    ...{ data, database: join(data, 'newsroom.sqlite') },
    copy: async () => inFile(copyOf(data)),
    lyingIn: inFile,
    settled: async () => {},
    discard: async () => rmSync(data, { recursive: true, force: true }),
  };
}

async function onPostgres(data: string, template: string): Promise<KeptNewsroom> {
  const server = inject('postgresUrl');
  const name = `dateline_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${template}`);
  const working = `select pid from pg_stat_activity where datname = '${name}' and backend_type = 'client backend'`;
  return {
    ...{ data, database: new URL(`/${name}`, server).href },
    copy: () => onPostgres(copyOf(data), name),
    lyingIn: null,
    // The server hears of a client's death by itself, and a moment later.
    async settled() {
      while ((await onServer(server, working)).length > 0) await wait(10);
    },
    async discard() {
      rmSync(data, { recursive: true, force: true });
      await onServer(server, `drop database if exists ${name} with (force)`);
    },
  };
}

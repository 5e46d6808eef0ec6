import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import { openDatabase } from '../../src/database/open.ts';
import { EMPTY_POSTGRES } from './postgres.ts';

/** Makes a new, empty newsroom's database and opens it. It is closed and thrown away behind the tests. */
export type OpenEngine = () => Promise<Engine>;

/**
 * Says the same of every engine: the tests that `define` makes must not know which one they are on.
 *
 * @example eachEngine('a placement', (open) => { test('…', async () => { const engine = await open(); … }); });
 */
export function eachEngine(name: string, define: (open: OpenEngine) => void): void {
  describe(`${name} on sqlite`, () => define(opener(makeSqlite)));
  describe(`${name} on postgres`, () => define(opener(() => makePostgres(false))));
}

/** As eachEngine, where the public half has a login of its own on PostgreSQL. */
export function withTwoLogins(name: string, define: (open: OpenEngine) => void): void {
  describe(`${name} on postgres`, () => define(opener(() => makePostgres(true))));
}

interface Made {
  readonly engine: Engine;
  /** Opens the same database once more, as another process would. */
  readonly another: () => Promise<Engine>;
  readonly discard: () => Promise<unknown>;
}

const opened = new WeakMap<Engine, Pick<Made, 'another'>>();

/** Another node over the database of an engine that was opened here. It is closed behind the tests. */
export async function anotherNode(engine: Engine): Promise<Engine> {
  const node = await opened.get(engine)?.another();
  if (node === undefined) throw new TypeError('that engine was not opened by eachEngine');
  afterAll(() => node.close());
  return node;
}

function opener(make: () => Promise<Made>): OpenEngine {
  const made: Made[] = [];
  afterAll(async () => {
    for (const one of made.splice(0)) {
      await one.engine.close();
      await one.discard();
    }
  });
  return async () => {
    const one = await make();
    made.push(one);
    opened.set(one.engine, one);
    return one.engine;
  };
}

async function makeSqlite(): Promise<Made> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-engine-'));
  const database = join(folder, 'newsroom.sqlite');
  copyFileSync(inject('emptySqlite'), database);
  const another = () => openDatabase({ database, publishedDatabase: null });
  return { engine: await another(), another, discard: async () => rmSync(folder, { recursive: true, force: true }) };
}

/** Makes a SQLite file that has nothing to do with a newsroom. */
export function fileOfAnotherProgram(file: string, journal: 'delete' | 'wal'): void {
  const other = new DatabaseSync(file);
  other.exec(`pragma journal_mode = ${journal}; create table page (title); insert into page values ('Diary')`);
  other.close();
}

async function makePostgres(hasTwoLogins: boolean): Promise<Made> {
  const server = inject('postgresUrl');
  const name = `dateline_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template ${EMPTY_POSTGRES}`);
  const [owner, visitor] = [new URL(`/${name}`, server), new URL(`/${name}`, server)];
  visitor.username = 'dateline_visitor';
  const publishedDatabase = hasTwoLogins ? visitor.href : null;
  const another = () => openDatabase({ database: owner.href, publishedDatabase });
  return {
    engine: await another(),
    another,
    discard: () => onServer(server, `drop database if exists ${name} with (force)`),
  };
}

/** One statement, on a connection of its own. */
export async function onServer(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** A PostgreSQL database without a table, for what opens it by its address. Thrown away behind the tests. */
export async function emptyPostgres(): Promise<{ readonly url: URL; tables(): Promise<readonly unknown[]> }> {
  const server = inject('postgresUrl');
  const name = `dateline_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  afterAll(() => onServer(server, `drop database if exists ${name} with (force)`));
  const url = new URL(`/${name}`, server);
  const named = "select table_name from information_schema.tables where table_schema in ('public', 'desk')";
  return { url, tables: () => onServer(url.href, named) };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/database/open.ts';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a superuser, database `postgres`. */
    postgresUrl: string;
    /** A newsroom's file in which nothing is yet. */
    emptySqlite: string;
  }
}

/** On the server: a newsroom's database in which nothing is yet. */
export const EMPTY_POSTGRES = 'dateline_test_empty';

/**
 * Starts a real PostgreSQL for the tests of one run, and stops it behind them. Without any, the run fails. Their tables are
 * made here once, as a newsroom makes them: a copy takes a tenth of the time.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, query, stop } = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'dateline-empty-'));
  const file = join(folder, 'newsroom.sqlite');
  await query(`create database ${EMPTY_POSTGRES}`);
  for (const database of [file, new URL(`/${EMPTY_POSTGRES}`, url).href]) {
    await (await openDatabase({ database, publishedDatabase: null })).close();
  }
  project.provide('postgresUrl', url);
  project.provide('emptySqlite', file);
  return async () => {
    rmSync(folder, { recursive: true, force: true });
    await stop();
  };
}

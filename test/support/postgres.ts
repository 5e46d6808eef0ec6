import type { TestProject } from 'vitest/node';
import { startPostgres } from './start-postgres.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of a superuser, database `postgres`. */
    postgresUrl: string;
  }
}

/** Starts a real PostgreSQL for the tests of one run, and stops it behind them. Without any, the run fails. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide('postgresUrl', url);
  return stop;
}

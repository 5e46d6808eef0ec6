import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { Fault } from '../platform/faults.ts';
import type { Engine } from './engine.ts';
import { publishedHalf } from './migrations/0001-published-half.ts';
import { desk } from './migrations/0002-desk.ts';
import { search } from './migrations/0003-search.ts';
import { apiKeys } from './migrations/0004-api-keys.ts';
import { publicStates } from './migrations/0005-public-states.ts';
import { publicChange } from './migrations/0006-public-change.ts';
import { lookingBack } from './migrations/0007-looking-back.ts';
import { formerSlugs } from './migrations/0008-former-slugs.ts';
import { schedule } from './migrations/0009-schedule.ts';
import { versionByChange } from './migrations/0010-version-by-change.ts';
import { discarded } from './migrations/0011-discarded.ts';
import { publicSource } from './migrations/0012-public-source.ts';
import { pins } from './migrations/0013-pins.ts';
import { reviews } from './migrations/0014-reviews.ts';

/** Oldest first; the name is kept in the database. */
const migrations = [
  ['0001-published-half', publishedHalf],
  ['0002-desk', desk],
  ['0003-search', search],
  ['0004-api-keys', apiKeys],
  ['0005-public-states', publicStates],
  ['0006-public-change', publicChange],
  ['0007-looking-back', lookingBack],
  ['0008-former-slugs', formerSlugs],
  ['0009-schedule', schedule],
  ['0010-version-by-change', versionByChange],
  ['0011-discarded', discarded],
  ['0012-public-source', publicSource],
  ['0013-pins', pins],
  ['0014-reviews', reviews],
] as const;

/**
 * Runs what this database has not had yet. Safe to run twice, and from several nodes at once.
 *
 * @throws Fault DATABASE_NEWER when it has had a migration that this version does not know.
 * @throws Fault DATABASE_UNAVAILABLE when it does not answer; DISK_FULL, and nothing is half-made.
 */
export async function migrate(engine: Engine): Promise<void> {
  const { error, results } = (await isUpToDate(engine)) ? {} : await migratorOf(engine).migrateToLatest();
  if (error === undefined) {
    const isNew = results !== undefined && results.length > 0;
    if (isNew || !(await engine.isWallUp())) await engine.raiseWall();
    return;
  }
  if (error instanceof Fault) throw error;
  const problem = problemOf(error);
  if (/disk is full|No space left on device/i.test(problem)) throw new Fault('DISK_FULL', {}, { cause: error });
  const newer = /previously executed migration (\S+) is missing/.exec(problem);
  if (newer !== null) throw new Fault('DATABASE_NEWER', { migration: newer[1] as string }, { cause: error });
  throw new Fault('DATABASE_UNAVAILABLE', { problem }, { cause: error });
}

/** Asked first: the migrator looks at every table and column before it knows as much. */
async function isUpToDate(engine: Engine): Promise<boolean> {
  const had = await sql<{ name: string }>`select name from kysely_migration`.execute(engine.newsroom).then(
    ({ rows }) => new Set(rows.map(({ name }) => name)),
    // Without the table, or without an answer: the migrator makes it, or says what is wrong.
    () => new Set(),
  );
  return had.size === migrations.length && migrations.every(([name]) => had.has(name));
}

/**
 * Has this database been a newsroom's before? Writes nothing.
 *
 * @throws Fault DATABASE_UNAVAILABLE when it does not answer.
 */
export async function isMade(engine: Engine): Promise<boolean> {
  try {
    return (await migratorOf(engine).getMigrations()).some((migration) => migration.executedAt !== undefined);
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('DATABASE_UNAVAILABLE', { problem: problemOf(cause) }, { cause });
  }
}

function migratorOf(engine: Engine): Migrator {
  return new Migrator({
    db: engine.newsroom,
    provider: {
      getMigrations: async () => Object.fromEntries(migrations.map(([name, make]) => [name, make(engine.words)])),
    },
  });
}

function problemOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

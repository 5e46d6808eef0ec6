import type { Engine } from './engine.ts';
import { openPostgres } from './engines/postgres.ts';
import { openSqlite } from './engines/sqlite.ts';
import { migrate } from './migrate.ts';

export interface DatabaseSettings {
  /** `postgres://…` of the owner, or the path of a SQLite file. */
  readonly database: string;
  /** `postgres://…` of a login for the public half; null: the owner's login in the role `dateline_public`. */
  readonly publishedDatabase: string | null;
}

/**
 * Opens the newsroom's database and brings its tables up to date.
 *
 * @throws Fault DATABASE_UNAVAILABLE, DATABASE_NEWER
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Engine> {
  const engine = /^postgres(ql)?:/.test(settings.database)
    ? openPostgres(settings.database, settings.publishedDatabase)
    : openSqlite(settings.database);
  try {
    await migrate(engine);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

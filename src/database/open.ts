import { Fault } from '../platform/faults.ts';
import type { Engine, PublishedHalf } from './engine.ts';
import { openSqlite, openSqlitePublished } from './engines/sqlite.ts';
import { ownerOf } from './engines/sqlite-file.ts';
import { isMade, migrate } from './migrate.ts';

export interface DatabaseSettings {
  /** `postgres://…` of the owner, or the path of a SQLite file. */
  readonly database: string;
  /** `postgres://…` of a login for the public half; null: the owner's login in the role `dateline_public`. */
  readonly publishedDatabase: string | null;
  /** For what only reads: a newsroom that is not there is refused, not made. */
  readonly mustBeThere?: boolean;
}

/**
 * Opens the newsroom's database and brings its tables up to date. The SQLite file of another program is left as it is.
 *
 * @throws Fault DATABASE_UNAVAILABLE, DATABASE_NEWER; NEWSROOM_MISSING where it must be there
 */
export async function openDatabase(settings: DatabaseSettings): Promise<Engine> {
  const { database, mustBeThere = false } = settings;
  const isFile = isAFile(database);
  if (isFile) refuseOthers(database, mustBeThere);
  const engine = isFile ? openSqlite(database) : await postgres(database, settings.publishedDatabase);
  try {
    if (mustBeThere && !(await isMade(engine))) throw missing(isFile ? database : withoutLogin(database));
    await migrate(engine);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

/**
 * Opens the public half of a newsroom that is there, and nothing else of it.
 *
 * @throws Fault DATABASE_UNAVAILABLE
 */
export async function openPublished(settings: Omit<DatabaseSettings, 'mustBeThere'>): Promise<PublishedHalf> {
  const { database, publishedDatabase } = settings;
  if (isAFile(database)) return openSqlitePublished(database);
  const { openPostgresPublished } = await import('./engines/postgres.ts');
  return openPostgresPublished(database, publishedDatabase);
}

function isAFile(database: string): boolean {
  return !/^postgres(ql)?:/.test(database);
}

function refuseOthers(file: string, mustBeThere: boolean): void {
  const owner = ownerOf(file);
  if (mustBeThere && (owner === 'nobody' || owner === 'other-program')) throw missing(file);
  if (owner !== 'other-program') return;
  const problem = `${file} is the file of another program. Name another place with --data or --database.`;
  throw new Fault('DATABASE_UNAVAILABLE', { problem });
}

/** Its driver is loaded where it is used: a start on SQLite does not wait for it. */
async function postgres(database: string, publishedDatabase: string | null): Promise<Engine> {
  const { openPostgres } = await import('./engines/postgres.ts');
  return openPostgres(database, publishedDatabase);
}

function missing(place: string): Fault {
  return new Fault('NEWSROOM_MISSING', { place });
}

/** A password is not repeated. */
function withoutLogin(address: string): string {
  const { host, pathname } = new URL(address);
  return `postgres://${host}${pathname}`;
}

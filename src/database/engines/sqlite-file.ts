import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';

/**
 * Whose tables a SQLite file holds, found out without writing to it: opening it as a newsroom would switch its journal. Where
 * SQLite cannot tell, `unknown`: opening it will say why.
 */
export function ownerOf(file: string): 'newsroom' | 'other-program' | 'nobody' | 'unknown' {
  if (!existsSync(file)) return 'nobody';
  try {
    const database = new DatabaseSync(asItLies(file), { readOnly: true });
    try {
      const names = database
        .prepare('select name from sqlite_schema')
        .all()
        .map((row) => row['name']);
      if (names.includes(MIGRATIONS)) return 'newsroom';
      return names.length === 0 ? 'nobody' : 'other-program';
    } finally {
      database.close();
    }
  } catch {
    return 'unknown';
  }
}

/** Made before every other table of a newsroom (migrate.ts). */
const MIGRATIONS = 'kysely_migration';

/** Even a reader leaves files beside one in WAL mode, unless it is promised that nobody writes. Where no such file lies, all is in this one. */
function asItLies(file: string): URL {
  const url = pathToFileURL(resolve(file));
  if (!['-wal', '-journal'].some((end) => existsSync(file + end))) url.searchParams.set('immutable', '1');
  return url;
}

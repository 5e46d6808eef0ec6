import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
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

/**
 * What SQLite was refused by the file system, in words that say where and what to do.
 *
 * @param error of SQLite, which names no place.
 * @returns null where it is no such refusal.
 */
export function refusalAt(file: string, error: unknown): string | null {
  const { errcode, message } = error as { errcode?: unknown; message?: string };
  if (!REFUSALS.includes(Number(errcode) & 0xff)) return null;
  const folder = dirname(resolve(file));
  if (!existsSync(folder)) return `${folder} is not there, or may not be entered. Make it, ${OR_ANOTHER}`;
  if (existsSync(file) && statSync(file).isDirectory()) return `${file} is a folder. Name a file with --database.`;
  const place = [file, `${file}-wal`, `${file}-shm`, folder].find((one) => existsSync(one) && !isWritable(one));
  if (place !== undefined) return `${place} cannot be written. Change its owner or its mode, ${OR_ANOTHER}`;
  return `${file}: ${message}. Look at the owner and the mode of the file and of its folder, ${OR_ANOTHER}`;
}

/** SQLITE_PERM, SQLITE_READONLY and SQLITE_CANTOPEN. */
const REFUSALS: readonly number[] = [3, 8, 14];

const OR_ANOTHER = 'or name another place with --data or --database.';

function isWritable(place: string): boolean {
  try {
    const { R_OK, W_OK, X_OK } = constants;
    accessSync(place, statSync(place).isDirectory() ? R_OK | W_OK | X_OK : R_OK | W_OK);
    return true;
  } catch {
    return false;
  }
}

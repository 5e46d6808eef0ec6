import { constants, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { Fault } from '../../platform/faults.ts';
import type { Engine, PublishedHalf } from '../engine.ts';
import { publicChangeFrom } from '../public-version.ts';
import { deskTables, type NewsroomHandle, type PublishedHandle, sealed, type Tables } from '../schema.ts';
import { CHECKPOINT_PAGES, type Checkpoints, openCheckpoints } from './sqlite-checkpoints.ts';
import { refusalAt } from './sqlite-file.ts';

/** How long a writer waits for another process's transaction. */
const BUSY_MILLISECONDS = 15_000;

/** How often it looks whether that has ended. */
const LOOKS_MILLISECONDS = 2;

/** Pages of 4 KiB kept by each connection. The writer's must hold what an import touches again and again. */
const CACHE_KIB = { writer: 32_768, reader: 8_192 };

/** So many rows in one statement take half the time of as many statements. */
const ROWS_AT_ONCE = 64;

/** How much of the file a reader maps instead of copying: list pages take a third less time; it counts as resident. */
const READER_MAP_BYTES = 16_777_216;

/**
 * Opens the file, made when it is not there.
 *
 * @param file a path, or `:memory:` is refused: the two halves are two connections to one file.
 * @throws Fault DATABASE_UNAVAILABLE
 */
export function openSqlite(file: string): Engine {
  const writer = connect(file, CACHE_KIB.writer);
  const half = openSqlitePublished(file);
  const newsroom = new Kysely<Tables>({ dialect: dialectOf(writer, 'begin immediate') });
  const inserts = new Map<string, StatementSync>();
  const insertOf = (text: string): StatementSync => {
    const insert = inserts.get(text) ?? writer.prepare(text);
    inserts.set(text, insert);
    return insert;
  };
  const insertEach = (table: string, rows: readonly object[], end: string) => {
    const [first] = rows;
    if (first === undefined) return;
    const columns = Object.keys(first);
    const insertBy = (count: number, from: number, to: number) => {
      if (from === to) return;
      const insert = insertOf(insertText(table, columns, count) + end);
      for (let at = from; at < to; at += count)
        insert.run(...rows.slice(at, at + count).flatMap((row): SQLInputValue[] => Object.values(row)));
    };
    const whole = rows.length - (rows.length % ROWS_AT_ONCE);
    plainly(writer, () => {
      insertBy(ROWS_AT_ONCE, 0, whole);
      insertBy(1, whole, rows.length);
    });
  };

  let checkpoints: Checkpoints | null = null;
  let askLog: StatementSync | undefined;
  const leftInLog = () => {
    // The next transaction has begun: it will ask.
    if (writer.isTransaction) return 0;
    try {
      askLog ??= writer.prepare('pragma wal_checkpoint(noop)');
      const { log, checkpointed } = askLog.get() as { log: number; checkpointed: number };
      return log - checkpointed;
    } catch {
      // What has been committed is committed, whatever its log is like.
      return 0;
    }
  };

  return {
    ...half,
    name: 'sqlite',
    newsroom,

    inTransaction: (work) =>
      newsroom
        .transaction()
        .execute((tx) => work(sealed(tx as unknown as NewsroomHandle)))
        .finally(() => {
          half.askAgain();
          checkpoints?.afterCommit(leftInLog());
        }),

    insertRows: async (_tx, table, rows) => insertEach(table, rows, ''),

    addUpRows: async (_tx, table, rows, { key, count }) =>
      insertEach(
        table,
        rows,
        ` on conflict (${key.map(quoted).join(', ')})
          do update set ${quoted(count)} = ${quoted(table)}.${quoted(count)} + excluded.${quoted(count)}`,
      ),

    now: async (_tx, clock) => clock.now(),

    tidyBeside() {
      writer.exec(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES.atLast}`);
      const opened = openCheckpoints(file);
      checkpoints = opened;
      return {
        async close() {
          checkpoints = null;
          await opened.close();
        },
      };
    },

    isDuplicate: (error) => error instanceof Error && /UNIQUE constraint failed/.test(error.message),

    async raiseWall() {
      await sql`create trigger if not exists edition_is_immutable before update on edition
        begin select raise(abort, 'a public edition may not change'); end`.execute(newsroom);
      await sql`create trigger if not exists audit_is_kept before update on audit_entry
        begin select raise(abort, 'the audit log is only added to'); end`.execute(newsroom);
      await sql`create trigger if not exists audit_is_kept_whole before delete on audit_entry
        begin select raise(abort, 'the audit log is only added to'); end`.execute(newsroom);
      await sql`create trigger if not exists remark_is_bound before update
        of id, link, release, locale, edition, revision, content_hash, made_at, name, words, paragraph on remark
        begin select raise(abort, 'a remark stays as it was made'); end`.execute(newsroom);
      await sql`create trigger if not exists remark_is_kept before delete on remark
        begin select raise(abort, 'a remark stays as it was made'); end`.execute(newsroom);
    },

    // Each connection brings its own.
    isWallUp: async () => true,

    words: {
      orderedText: sql`text`,
      clustered: sql`strict, without rowid`,
      strict: sql`strict`,
      bytes: sql`blob`,
    },

    async close() {
      await half.close();
      await newsroom.destroy();
      if (writer.isOpen) writer.close();
    },
  };
}

/**
 * The public half of a file that is there: a connection that can write nothing and read no desk table.
 *
 * @throws Fault DATABASE_UNAVAILABLE
 */
export function openSqlitePublished(file: string): PublishedHalf & { askAgain(): void } {
  const reader = connect(file, CACHE_KIB.reader);
  reader.exec(`pragma mmap_size = ${READER_MAP_BYTES}`);
  refuseTheDesk(reader);
  const published = new Kysely<Tables>({ dialect: dialectOf(reader, 'begin') }) as unknown as PublishedHandle;
  const askChange = reader.prepare('pragma data_version');
  let askVersion: StatementSync | undefined;
  let askChanges: StatementSync | undefined;
  let seenChange = -1;
  let seenVersion = 0;
  /** Asking takes a lock on the file, as long as rendering three lines of a list. */
  let isAskedJustNow = false;
  const askAgain = () => {
    isAskedJustNow = false;
  };

  return {
    published,
    askAgain,

    publicVersion() {
      if (isAskedJustNow) return seenVersion;
      isAskedJustNow = true;
      // Reads here wait for nothing outside, so nobody's request comes in between: a page asks many times, and once suffices.
      process.nextTick(askAgain);
      const change = (askChange.get() as { data_version: number }).data_version;
      if (change === seenChange) return seenVersion;
      askVersion ??= reader.prepare("select value from counter where name = 'version'");
      seenVersion = (askVersion.get() as { value: number } | undefined)?.value ?? 0;
      seenChange = change;
      return seenVersion;
    },

    publicChanges(after) {
      askChanges ??= reader.prepare('select version, subjects from public_change where version > ? order by version');
      return (askChanges.all(after) as Pick<Tables['public_change'], 'version' | 'subjects'>[]).map(publicChangeFrom);
    },

    async close() {
      await published.destroy();
      if (reader.isOpen) reader.close();
    },
  };
}

function connect(file: string, cacheKib: number): DatabaseSync {
  try {
    const database = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS, enableForeignKeyConstraints: true });
    database.exec('pragma journal_mode = wal');
    // Node's build reads FULL by default, yet only saying so on each connection is known to make every commit sync.
    database.exec('pragma synchronous = full');
    database.exec(`pragma cache_size = -${cacheKib}`);
    return database;
  } catch (cause) {
    const problem = refusalAt(file, cause) ?? `${file}: ${(cause as Error).message}`;
    throw new Fault('DATABASE_UNAVAILABLE', { problem }, { cause });
  }
}

/** The wall on SQLite: the connection itself denies every desk table and every write. */
function refuseTheDesk(reader: DatabaseSync): void {
  const desk: ReadonlySet<string> = new Set(deskTables);
  reader.setAuthorizer((_action, table) => (desk.has(table ?? '') ? constants.SQLITE_DENY : constants.SQLITE_OK));
  reader.exec('pragma query_only = on');
}

/** Kysely's SQLite dialect over node:sqlite, each statement prepared once. */
function dialectOf(database: DatabaseSync, begin: string): SqliteDialect {
  const prepared = new Map<string, ReturnType<typeof statementOf>>();
  const statementOf = (text: string) => {
    const statement = database.prepare(text);
    const names = statement.columns().map(({ name }) => name);
    // The driver's own objects are slow to make and to read; those made here have one shape for all rows.
    statement.setReturnArrays(true);
    const named = (row: unknown) => rowOf(names, row as unknown as readonly unknown[]);
    return {
      reader: names.length > 0,
      all: (values: readonly unknown[]) =>
        plainly(database, () => statement.all(...(values as SQLInputValue[])).map(named)),
      // A full disk has ended the transaction already; a second rollback would only hide why.
      run: (values: readonly unknown[]) =>
        text === 'rollback' && !database.isTransaction
          ? { changes: 0, lastInsertRowid: 0 }
          : plainly(database, () => statement.run(...(values as SQLInputValue[]))),
      iterate: (values: readonly unknown[]) => statement.iterate(...(values as SQLInputValue[])).map(named),
    };
  };
  const dialect = new SqliteDialect({
    database: {
      close: () => database.isOpen && database.close(),
      prepare: (text) => {
        const wanted = text === 'begin' ? begin : text;
        const known = prepared.get(wanted);
        if (known !== undefined) return known;
        const fresh = statementOf(wanted);
        // Schema statements run once; keeping them would only hold them open.
        if (/^(select|insert|update|delete|with|begin|commit|rollback)/i.test(wanted) && prepared.size < 500) {
          prepared.set(wanted, fresh);
        }
        return fresh;
      },
    },
  });
  // SQLite makes tables in transactions like anything else. Kysely does without, and a full disk would leave half of them.
  const adapter = Object.create(dialect.createAdapter(), { supportsTransactionalDdl: { value: true } });
  const driver = dialect.createDriver();
  const beginAtOnce = driver.beginTransaction.bind(driver);
  driver.beginTransaction = (...order) => beginInTurn(database, () => beginAtOnce(...order));
  return Object.assign(dialect, { createAdapter: () => adapter, createDriver: () => driver });
}

/**
 * Waits for another process's transaction, and lets this process do whatever else it has to do: SQLite's own waiting would hold up
 * the thread that answers pages.
 */
async function beginInTurn(database: DatabaseSync, begin: () => Promise<void>): Promise<void> {
  const until = performance.now() + BUSY_MILLISECONDS;
  for (;;) {
    database.exec('pragma busy_timeout = 0');
    try {
      return await begin();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= until) throw error;
    } finally {
      database.exec(`pragma busy_timeout = ${BUSY_MILLISECONDS}`);
    }
    await wait(LOOKS_MILLISECONDS);
  }
}

/** SQLITE_BUSY, whatever the reason in its higher bytes. */
function isBusy(error: unknown): boolean {
  return (Number((error as { errcode?: unknown }).errcode) & 0xff) === 5;
}

function rowOf(names: readonly string[], values: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < names.length; place += 1) row[names[place] as string] = values[place];
  return row;
}

function insertText(table: string, columns: readonly string[], rows: number): string {
  const row = `(${columns.map(() => '?').join(', ')})`;
  return `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) values ${Array(rows).fill(row).join(', ')}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

/** Says what the file system refused in words that tell what to do. */
function plainly<Value>(database: DatabaseSync, ask: () => Value): Value {
  try {
    return ask();
  } catch (error) {
    throw plainFault(database, error);
  }
}

function plainFault(database: DatabaseSync, error: unknown): unknown {
  const message = error instanceof Error ? error.message : '';
  if (/database or disk is full/.test(message)) return new Fault('DISK_FULL', {}, { cause: error });
  const problem = database.isOpen ? refusalAt(database.location() ?? '', error) : null;
  return problem === null ? error : new Fault('DATABASE_UNAVAILABLE', { problem }, { cause: error });
}

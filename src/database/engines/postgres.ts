import { Kysely, PostgresDialect, type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { Fault } from '../../platform/faults.ts';
import { instantOf } from '../../platform/instant.ts';
import type { Engine, PublishedHalf } from '../engine.ts';
import { publicChangeFrom } from '../public-version.ts';
import { deskTables, inside, type PublishedHandle, publishedTables, sealed, type Tables } from '../schema.ts';
import type { Tx } from '../transaction.ts';

/** Connections kept by each half of a node. */
const POOL_SIZE = 8;

/** Names the one lock that makes transactions run alone: any number will do, the same on every node. */
const NEWSROOM_LOCK = 4_021_973;

// count(*) and sums come as bigint; ours stay far below 2^53.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/**
 * @param url of the owner of the tables: it migrates and writes.
 * @param publishedUrl of a login without any grant on the desk; null lets the owner's login take the role
 *   `dateline_public`, which has none either.
 */
export function openPostgres(url: string, publishedUrl: string | null): Engine {
  const owner = openPool(url, '-c search_path=public,desk');
  const half = openPostgresPublished(url, publishedUrl);
  const newsroom = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: owner }) });

  return {
    ...half,
    name: 'postgres',
    newsroom,

    inTransaction: (work) =>
      newsroom
        .transaction()
        .execute(async (tx) => {
          await sql`select pg_advisory_xact_lock(${sql.lit(NEWSROOM_LOCK)})`.execute(tx);
          return work(sealed(tx));
        })
        .catch((error) => {
          throw plainFault(error);
        }),

    insertRows: (tx, table, rows) => insertAll(tx, table, rows, sql``),

    addUpRows(tx, table, rows, { key, count }) {
      const names = sql.join(key.map((column) => sql.ref(column)));
      const sum = sql`${sql.ref(`${table}.${count}`)} + ${sql.ref(`excluded.${count}`)}`;
      return insertAll(tx, table, rows, sql`on conflict (${names}) do update set ${sql.ref(count)} = ${sum}`);
    },

    async now(tx) {
      // Not now(): that is when the transaction began, before it waited for its turn.
      const { rows } = await sql<{ at: string }>`select to_char(
        date_trunc('milliseconds', clock_timestamp()) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`.execute(
        inside(tx),
      );
      return instantOf(rows[0]?.at ?? '');
    },

    tidyBeside: () => ({ close: async () => {} }),

    isDuplicate: (error) => (error as { code?: unknown }).code === '23505',

    raiseWall: () => raiseWall(newsroom, publishedUrl),
    isWallUp: () => isWallUp(newsroom, publishedUrl),

    words: {
      orderedText: sql`text collate "C"`,
      clustered: sql``,
      strict: sql``,
      bytes: sql`bytea`,
    },

    async close() {
      await half.close();
      await newsroom.destroy();
    },
  };
}

/** The public half alone, as a login or in a role that cannot write and has no grant on the desk. */
export function openPostgresPublished(url: string, publishedUrl: string | null): PublishedHalf {
  const role = publishedUrl === null ? ' -c role=dateline_public' : '';
  const visitors = openPool(publishedUrl ?? url, `-c search_path=public -c default_transaction_read_only=on${role}`);
  const dialect = new PostgresDialect({ pool: visitors });
  const published = new Kysely<Tables>({ dialect }) as unknown as PublishedHandle;
  return {
    published,

    async publicVersion() {
      const row = await published
        .selectFrom('counter')
        .select('value')
        .where('name', '=', 'version')
        .executeTakeFirst();
      return row?.value ?? 0;
    },

    async publicChanges(after) {
      const rows = published.selectFrom('public_change').selectAll().where('version', '>', after).orderBy('version');
      return (await rows.execute()).map(publicChangeFrom);
    },

    close: () => published.destroy(),
  };
}

async function insertAll(tx: Tx, table: string, rows: readonly object[], end: RawBuilder<unknown>): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows, bytesAsHex)}::json)
    ${end}`.execute(inside(tx));
}

function openPool(connectionString: string, options: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: POOL_SIZE, options });
  // A lost idle connection is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => {});
  return pool;
}

/** How PostgreSQL reads bytes in a text. Buffers have become `{ type, data }` by the time they are seen here. */
function bytesAsHex(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const own = this[key];
  return own instanceof Uint8Array
    ? `\\x${Buffer.from(own.buffer, own.byteOffset, own.byteLength).toString('hex')}`
    : value;
}

function readerOf(publishedUrl: string | null): string {
  return publishedUrl === null ? 'dateline_public' : new URL(publishedUrl).username;
}

async function isWallUp(newsroom: Kysely<Tables>, publishedUrl: string | null): Promise<boolean> {
  const { rows } = await sql<{ may: boolean | null }>`select has_table_privilege(oid, 'counter', 'select') as may
    from pg_roles where rolname = ${readerOf(publishedUrl)}`.execute(newsroom);
  return rows[0]?.may === true;
}

async function raiseWall(newsroom: Kysely<Tables>, publishedUrl: string | null): Promise<void> {
  await newsroom.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(NEWSROOM_LOCK)})`.execute(tx);
    await sql`create schema if not exists desk`.execute(tx);
    for (const table of deskTables) {
      await sql`alter table if exists ${sql.table(`public.${table}`)} set schema desk`.execute(tx);
    }
    const reader = readerOf(publishedUrl);
    if (publishedUrl === null) {
      await sql`do $$ begin
        if not exists (select from pg_roles where rolname = 'dateline_public') then create role dateline_public; end if;
        execute format('grant dateline_public to %I', current_user);
      end $$`.execute(tx);
    }
    await sql`revoke all on schema desk from public`.execute(tx);
    await sql`grant usage on schema public to ${sql.id(reader)}`.execute(tx);
    for (const table of publishedTables) {
      await sql`grant select on ${sql.table(table)} to ${sql.id(reader)}`.execute(tx);
    }
    await sql`create or replace function refuse_change() returns trigger language plpgsql
      as $$ begin raise exception 'a public edition may not change'; end $$`.execute(tx);
    await sql`create or replace trigger edition_is_immutable before update on edition
      for each row execute function refuse_change()`.execute(tx);
    await sql`create or replace function refuse_forgetting() returns trigger language plpgsql
      as $$ begin raise exception 'the audit log is only added to'; end $$`.execute(tx);
    await sql`create or replace trigger audit_is_kept before update or delete on audit_entry
      for each row execute function refuse_forgetting()`.execute(tx);
    await sql`create or replace function refuse_unbinding() returns trigger language plpgsql
      as $$ begin raise exception 'a remark stays as it was made'; end $$`.execute(tx);
    await sql`create or replace trigger remark_is_bound before delete or update
      of id, link, release, locale, edition, revision, content_hash, made_at, name, words, paragraph on remark
      for each row execute function refuse_unbinding()`.execute(tx);
  });
}

function plainFault(error: unknown): unknown {
  if ((error as { code?: unknown }).code === '53100') return new Fault('DISK_FULL', {}, { cause: error });
  return error;
}

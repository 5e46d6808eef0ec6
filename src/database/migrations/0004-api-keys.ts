import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** Keys for programs that read more than the anonymous rate. */
export const apiKeys = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create table api_key (
      id text primary key check (length(id) = 36),
      name text not null check (name <> ''),
      hash text not null unique check (length(hash) = 64),
      scopes text not null,
      per_minute integer not null check (per_minute > 0),
      created_at text not null check (length(created_at) = 24),
      revoked_at text check (length(revoked_at) = 24)
    ) ${words.strict}`.execute(db);
  },
});

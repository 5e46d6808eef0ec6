import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** What the last versions of the public half changed, for processes that keep pages. */
export const publicChange = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create table public_change (version integer primary key, subjects text) ${words.strict}`.execute(db);
  },
});

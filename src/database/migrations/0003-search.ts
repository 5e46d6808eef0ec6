import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** What search looks words up in: derived from the editions, and readable by the public half. */
export const search = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    const { orderedText, clustered, bytes } = words;
    await sql`create table search_posting (
      term ${orderedText} not null, first integer not null, last integer not null, texts integer not null check (texts > 0),
      data ${bytes} not null,
      primary key (term, first), check (first <= last)
    ) ${clustered}`.execute(db);

    await sql`create table search_word (
      word ${orderedText} not null, term ${orderedText} not null, texts integer not null check (texts > 0),
      primary key (word, term)
    ) ${clustered}`.execute(db);

    await sql`create table search_span (
      first integer primary key, last integer not null, alphabet integer not null, lengths ${bytes} not null,
      check (first <= last)
    ) ${words.strict}`.execute(db);
  },
});

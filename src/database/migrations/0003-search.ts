import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** What search looks words up in: derived from the editions, and readable by the public half. */
export const search = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    const { orderedText, clustered, bytes } = words;
    await sql`create table search_posting (
      span integer not null, term ${orderedText} not null, first integer not null,
      texts integer not null check (texts > 0), data ${bytes} not null,
      primary key (span, term, first), check (first >= span)
    ) ${clustered}`.execute(db);

    await sql`create table search_word (
      word ${orderedText} not null, term ${orderedText} not null, texts integer not null check (texts > 0),
      primary key (word, term)
    ) ${clustered}`.execute(db);

    await sql`create table search_span (
      first integer primary key, last integer not null, alphabet integer not null, texts ${bytes} not null,
      check (first <= last)
    ) ${words.strict}`.execute(db);

    // Who extends the index at this moment, and until when nobody else may.
    await sql`create table search_lease (
      id integer primary key check (id = 1), holder text not null, until text not null check (length(until) = 24)
    ) ${words.strict}`.execute(db);

    // Later editions put an earlier one out of the index, and are few.
    await sql`create index edition_later on edition (sequence) where number > 1`.execute(db);
  },
});

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** What the log is filtered by, and what upkeep has found and where it has got to. */
export const lookingBack = (words: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    const { strict, clustered } = words;
    // Each filter has a way through the order of the log: what is rare must not be looked for in all that was ever done.
    await sql`create index audit_entry_of_person on audit_entry (person, number) where person is not null`.execute(db);
    await sql`create index audit_entry_by_clock on audit_entry (number) where person is null`.execute(db);
    await sql`create index audit_entry_of_office on audit_entry (office, number) where office is not null`.execute(db);
    await sql`create index audit_entry_by_act on audit_entry (act, number)`.execute(db);

    await sql`create table upkeep (
      name text primary key, place integer not null check (place >= 0),
      due_at text not null check (length(due_at) = 24), finished_at text check (length(finished_at) = 24)
    ) ${strict}`.execute(db);

    await sql`create table lost_link (
      release text not null, locale text not null, target text not null,
      found_at text not null check (length(found_at) = 24),
      primary key (release, locale, target)
    ) ${clustered}`.execute(db);
  },
});

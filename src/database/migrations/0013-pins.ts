import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import type { EngineWords } from '../engine.ts';

/** Releases that are kept in sight above a list, in one of its three places. */
export const pins = ({ strict, orderedText }: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create table pin (
      list ${orderedText} not null, release text not null references release,
      place integer not null check (place between 1 and 3),
      pinned_at ${orderedText} not null check (length(pinned_at) = 24),
      primary key (list, release), unique (list, place)
    ) ${strict}`.execute(db);
    await sql`create index pin_of_release on pin (release)`.execute(db);
  },
});

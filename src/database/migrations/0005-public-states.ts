import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { systemClock } from '../../platform/clock.ts';
import type { EngineWords } from '../engine.ts';

/** Which states the public has seen, and what was done last to each text: for whoever follows this newsroom from elsewhere. */
export const publicStates = ({ strict, clustered, orderedText }: EngineWords): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create table public_state (
      sequence integer primary key check (sequence > 0), at ${orderedText} not null check (length(at) = 24)
    ) ${strict}`.execute(db);
    await sql`create index public_state_in_time on public_state (at, sequence)`.execute(db);

    await sql`create table list_since (
      list ${orderedText} primary key, sequence integer not null check (sequence > 0)
    ) ${clustered}`.execute(db);

    await sql`alter table language_version add column last_sequence integer not null default 0`.execute(db);
    await sql`update language_version set last_sequence = coalesce(ended_sequence, (
      select max(edition.sequence) from edition
      where edition.release = language_version.release and edition.locale = language_version.locale
    ))`.execute(db);
    await sql`create unique index version_as_last_changed on language_version (last_sequence)`.execute(db);

    // Of what is here already it is only known that it was public by now.
    await sql`insert into public_state (sequence, at)
      select value, ${systemClock.now()} from counter where name = 'sequence' and value > 0`.execute(db);
  },
});

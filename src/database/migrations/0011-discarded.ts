import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** A draft that was thrown away stays where it was, and is hidden. */
export const discarded = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`alter table draft add column discarded_by text`.execute(db);
    await sql`alter table draft add column discarded_at text check (
      discarded_at is null or (length(discarded_at) = 24 and discarded_by is not null and state = 'draft' and bundle is null)
    )`.execute(db);
    await sql`create index draft_discarded on draft (changed_at) where discarded_at is not null`.execute(db);
  },
});

import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What the public edition of a translation says, while the next one is in work or was discarded. */
export const publicSource = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`alter table draft add column public_source_edition integer`.execute(db);
    await sql`alter table draft add column public_source_revision integer check (
      (public_source_revision is null) = (public_source_edition is null)
    )`.execute(db);
  },
});

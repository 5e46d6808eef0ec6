import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The slugs that an office or a topic had before: a JSON array, oldest first. */
export const formerSlugs = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`alter table office add column former_slugs text not null default '[]'`.execute(db);
    await sql`alter table topic add column former_slugs text not null default '[]'`.execute(db);
  },
});

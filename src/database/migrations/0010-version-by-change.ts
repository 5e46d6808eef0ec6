import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** The way through public texts, last changed first: the desk puts them into one list with those in work. */
export const versionByChange = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create index version_by_change on language_version (changed_at)`.execute(db);
  },
});

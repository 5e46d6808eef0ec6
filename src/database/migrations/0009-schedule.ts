import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * All that is asked about what is due, every second and at each lift, without a look at the texts themselves. The state comes first though it is always
 * the same: SQLite would else prefer the index on states, and read every scheduled text.
 */
export const schedule = (): Migration => ({
  async up(db: Kysely<unknown>) {
    await sql`create index draft_in_schedule on draft (state, bundle, goes_public_at, held_at, release, locale)
      where state = 'scheduled'`.execute(db);
  },
});

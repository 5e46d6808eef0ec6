import { sql } from 'kysely';
import type { Engine } from '../database/engine.ts';
import { type NewsroomHandle, sealed } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Clock } from '../platform/clock.ts';
import type { Instant } from '../platform/instant.ts';
import type { Locale } from '../platform/locales.ts';

/** What goes public together: a bundle, or one text that is in none. */
export type Together = { readonly bundle: string } | { readonly release: string; readonly locale: Locale };

export interface NextDue {
  /** Null when nothing is in the schedule, or all of it is held. */
  readonly at: Instant | null;
  /** What time it is for every process on this database. */
  readonly now: Instant;
}

/** Reads of the schedule. Outside a transaction they lock nothing and hold nobody up. */
export interface DueReads {
  /** The clock that decides, whatever the clocks of the processes say. */
  now(tx: Tx): Promise<Instant>;
  nextDue(): Promise<NextDue>;
  /** What is due now, the longest due first, at most `limit`. */
  dueNow(limit: number): Promise<readonly Together[]>;
}

/** A bundle goes public when the last of its texts may, and not while one of them is held. */
export function dueReads({ newsroom, now }: Pick<Engine, 'newsroom' | 'now'>, clock: Clock): DueReads {
  return {
    now: (tx) => now(tx, clock),

    async nextDue() {
      // Before the look, which takes a while: the clocks would seem to differ by as much, and a lift would begin too soon.
      const at = await now(sealed(newsroom), clock);
      const row = await inSchedule(newsroom, 1).executeTakeFirst();
      return { at: (row?.due_at ?? null) as Instant | null, now: at };
    },

    async dueNow(limit) {
      const rows = await inSchedule(newsroom, limit, await now(sealed(newsroom), clock)).execute();
      return rows.map(({ bundle, release, locale }) => (bundle === null ? { release, locale } : { bundle }));
    },
  };
}

/** The first of the schedule, each bundle once, and of what is held nothing; up to an instant where one is given. */
function inSchedule(db: NewsroomHandle, limit: number, until: Instant | null = null) {
  const scheduled = db.selectFrom('draft').where('state', '=', 'scheduled');
  const alone = scheduled
    .select(['bundle', 'release', 'locale', 'goes_public_at as due_at'])
    .where('bundle', 'is', null)
    .where('held_at', 'is', null)
    .$if(until !== null, (texts) => texts.where('goes_public_at', '<=', until))
    .orderBy('goes_public_at')
    .orderBy('release')
    .orderBy('locale')
    .limit(limit);
  const bundles = scheduled
    .select([
      'bundle',
      sql<string>`max(release)`.as('release'),
      sql<string>`max(locale)`.as('locale'),
      sql<string>`max(goes_public_at)`.as('due_at'),
    ])
    .where('bundle', 'is not', null)
    .groupBy('bundle')
    .having(sql<boolean>`count(held_at) = 0`)
    .$if(until !== null, (texts) => texts.having(sql<boolean>`max(goes_public_at) <= ${until}`));
  return db
    .selectFrom(db.selectFrom(alone.as('text')).selectAll().unionAll(bundles).as('together'))
    .selectAll()
    .orderBy('due_at')
    .orderBy(sql`coalesce(bundle, release)`)
    .orderBy('locale')
    .limit(limit);
}

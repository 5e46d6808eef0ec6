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
      const row = await together(newsroom).orderBy('due_at').limit(1).executeTakeFirst();
      return { at: (row?.due_at ?? null) as Instant | null, now: await now(sealed(newsroom), clock) };
    },

    async dueNow(limit) {
      const at = await now(sealed(newsroom), clock);
      const rows = await together(newsroom)
        .having(sql<boolean>`max(goes_public_at) <= ${at}`)
        .orderBy('due_at')
        .orderBy('together')
        .limit(limit)
        .execute();
      return rows.map(({ bundle, release, locale }) => (bundle === null ? { release, locale } : { bundle }));
    },
  };
}

/** The index on states keeps this as short as the schedule, however much the desk holds. */
function together(db: NewsroomHandle) {
  return db
    .selectFrom('draft')
    .select([
      sql<string>`coalesce(bundle, release || ' ' || locale)`.as('together'),
      sql<string | null>`max(bundle)`.as('bundle'),
      sql<string>`max(release)`.as('release'),
      sql<string>`max(locale)`.as('locale'),
      sql<string>`max(goes_public_at)`.as('due_at'),
    ])
    .where('state', '=', 'scheduled')
    .groupBy('together')
    .having(sql<boolean>`count(held_at) = 0`);
}

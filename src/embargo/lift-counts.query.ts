import { sql } from 'kysely';
import { inside } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';

/** Upper edges of the classes in which delays are counted, in milliseconds. */
export const delayEdges = [10, 50, 100, 250, 500, 1_000, 2_500, 10_000, 60_000] as const;

export interface LiftCounts {
  readonly lifted: number;
  readonly refused: number;
  /** Of all lifts, in milliseconds. */
  readonly delaySum: number;
  /** By `delayEdges`: how many were at most so late. */
  readonly within: readonly number[];
  /** Scheduled, not held, and due before `at`. */
  readonly overdue: number;
}

/** Everything that the clock ever made public, counted. */
export async function liftCounts(tx: Tx, at: Instant): Promise<LiftCounts> {
  const counted = (condition: ReturnType<typeof sql<boolean>>) => sql<number>`count(case when ${condition} then 1 end)`;
  const lifts = await inside(tx)
    .selectFrom('lift')
    .select([
      counted(sql<boolean>`outcome = 'lifted'`).as('lifted'),
      counted(sql<boolean>`outcome = 'refused'`).as('refused'),
      sql<number>`coalesce(sum(case when outcome = 'lifted' then delay_milliseconds end), 0)`.as('delay_sum'),
    ])
    .select(
      delayEdges.map((edge) =>
        counted(sql<boolean>`outcome = 'lifted' and delay_milliseconds <= ${sql.lit(edge)}`).as(`within_${edge}`),
      ),
    )
    .executeTakeFirstOrThrow();
  const due = await inside(tx)
    .selectFrom('draft')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', '=', 'scheduled')
    .where('held_at', 'is', null)
    .where('goes_public_at', '<', at)
    .executeTakeFirstOrThrow();
  const { lifted, refused, delay_sum: delaySum, ...classes } = lifts;
  const within = delayEdges.map((edge) => Number((classes as Record<string, number>)[`within_${edge}`]));
  return { lifted: Number(lifted), refused: Number(refused), delaySum: Number(delaySum), within, overdue: due.count };
}

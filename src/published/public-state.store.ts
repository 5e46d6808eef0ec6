import { sql } from 'kysely';
import { inside } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { NewPlacement } from './publication.ts';

/** The state that a transaction has entered so far: of what it publishes bit by bit, nobody sees the states between. */
const entered = new WeakMap<Tx, number>();

/** Writes down that what is public now became so at `at`. States follow each other in time, whatever the clocks say. */
export async function enterState(tx: Tx, at: Instant): Promise<void> {
  const db = inside(tx);
  const before = entered.get(tx);
  if (before !== undefined) await db.deleteFrom('public_state').where('sequence', '=', before).execute();
  const { rows } = await sql<{ sequence: number }>`insert into public_state (sequence, at)
    select counter.value, case when last.at > ${at} then last.at else ${at} end
    from counter left join (select sequence, at from public_state order by sequence desc limit 1) as last on true
    where counter.name = 'sequence' and counter.value > coalesce(last.sequence, 0)
    returning sequence`.execute(db);
  for (const { sequence } of rows) entered.set(tx, sequence);
}

/** Releases that were public before have come onto these lists: what such a list showed until now is no longer known. */
export async function enterEarlierReleases(tx: Tx, placements: readonly NewPlacement[]): Promise<void> {
  const lists = new Set(placements.flatMap((placement) => placement.lists));
  for (const list of lists) {
    await sql`insert into list_since (list, sequence) select ${list}, value from counter
      where name = 'sequence' and value > 0
      on conflict (list) do update set sequence = excluded.sequence`.execute(inside(tx));
  }
}

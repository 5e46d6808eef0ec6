import { inside, type Tables } from '../database/schema.ts';
import { delayOf, type Lift, type LiftStore } from './lift.ts';

/** What an integer of either engine holds: almost 25 days. */
const LONGEST_MILLISECONDS = 2_147_483_647;

export function liftStore(): LiftStore {
  return {
    async add(tx, lifts) {
      for (let from = 0; from < lifts.length; from += LIFTS_AT_ONCE) {
        await inside(tx)
          .insertInto('lift')
          .values(lifts.slice(from, from + LIFTS_AT_ONCE).map(rowOf))
          .onConflict((conflict) =>
            conflict.columns(['release', 'locale', 'edition', 'due_at', 'outcome']).doUpdateSet((row) => ({
              lifted_at: row.ref('excluded.lifted_at'),
              delay_milliseconds: row.ref('excluded.delay_milliseconds'),
              detail: row.ref('excluded.detail'),
            })),
          )
          .execute();
      }
    },
  };
}

const LIFTS_AT_ONCE = 50;

function rowOf(lift: Lift): Tables['lift'] {
  const { release, locale, edition, dueAt, liftedAt, outcome, detail } = lift;
  const delay = Math.min(delayOf(lift), LONGEST_MILLISECONDS);
  const at = { due_at: dueAt, lifted_at: liftedAt, delay_milliseconds: delay };
  return { release, locale, edition, outcome, detail, ...at };
}

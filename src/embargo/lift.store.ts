import { inside } from '../database/schema.ts';
import { delayOf, type LiftStore } from './lift.ts';

/** What an integer of either engine holds: almost 25 days. */
const LONGEST_MILLISECONDS = 2_147_483_647;

export function liftStore(): LiftStore {
  return {
    async add(tx, lift) {
      const { release, locale, edition, dueAt, liftedAt, outcome, detail } = lift;
      const measured = {
        lifted_at: liftedAt,
        delay_milliseconds: Math.min(delayOf(lift), LONGEST_MILLISECONDS),
        detail,
      };
      await inside(tx)
        .insertInto('lift')
        .values({ release, locale, edition, due_at: dueAt, outcome, ...measured })
        .onConflict((conflict) =>
          conflict.columns(['release', 'locale', 'edition', 'due_at', 'outcome']).doUpdateSet(measured),
        )
        .execute();
    },
  };
}

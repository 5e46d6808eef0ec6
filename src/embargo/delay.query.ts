import { inside } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { LiftReads } from './lift.ts';

const LIFTS_MEASURED = 100;
const MOST_REFUSED = 100;

export function liftReads(): LiftReads {
  return {
    async delay(tx) {
      const rows = await inside(tx)
        .selectFrom('lift')
        .select('delay_milliseconds')
        .where('outcome', '=', 'lifted')
        .orderBy('lifted_at', 'desc')
        .orderBy('release', 'desc')
        .orderBy('locale', 'desc')
        .limit(LIFTS_MEASURED)
        .execute();
      const delays = rows.map((row) => row.delay_milliseconds).sort((one, other) => one - other);
      if (delays.length === 0) return null;
      const at = (share: number) => delays[Math.ceil(delays.length * share) - 1] ?? 0;
      return { count: delays.length, median: at(0.5), p99: at(0.99), most: at(1) };
    },

    async refused(tx) {
      const rows = await inside(tx)
        .selectFrom('lift')
        .innerJoin('draft', (join) =>
          join.onRef('draft.release', '=', 'lift.release').onRef('draft.locale', '=', 'lift.locale'),
        )
        .select(['lift.release', 'lift.locale', 'lift.due_at', 'lift.detail'])
        .where('lift.outcome', '=', 'refused')
        .where('draft.state', '=', 'scheduled')
        .where('draft.held_at', 'is not', null)
        .whereRef('draft.goes_public_at', '=', 'lift.due_at')
        .whereRef('draft.edition', '=', 'lift.edition')
        .orderBy('lift.due_at')
        .orderBy('lift.release')
        .orderBy('lift.locale')
        .limit(MOST_REFUSED)
        .execute();
      return rows.map(({ release, locale, due_at, detail }) => ({ release, locale, dueAt: due_at as Instant, detail }));
    },
  };
}

import type { InTransaction, Tx } from '../database/transaction.ts';
import type { DeskDeps } from '../releases/desk-deps.ts';

/**
 * Transactions after which the watch is set anew if they changed the schedule: before whoever asked for the change hears
 * that it was made. Not for lifts, which would wait for themselves.
 */
export function rearmAfter(
  inTransaction: InTransaction,
  rearm: () => Promise<void>,
): Pick<DeskDeps, 'inTransaction' | 'onSchedule'> {
  const changed = new WeakSet<Tx>();
  return {
    onSchedule: (tx) => void changed.add(tx),
    async inTransaction(work) {
      let hasChanged = false;
      const outcome = await inTransaction(async (tx) => {
        const done = await work(tx);
        hasChanged = changed.has(tx);
        return done;
      });
      if (hasChanged) await rearm();
      return outcome;
    },
  };
}

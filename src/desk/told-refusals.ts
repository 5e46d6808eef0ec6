import type { InTransaction } from '../database/transaction.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import { namesOf } from './writing/names.query.ts';

/** Refusals as the contract has them: whoever saved first is told by their name. */
export async function toldRefusals(
  inTransaction: InTransaction,
  refusals: readonly DeskRefusal[],
): Promise<readonly DeskRefusal[]> {
  const savers = refusals.flatMap((one) => (one.reason === 'changed-meanwhile' ? [one.theirs.savedBy] : []));
  if (savers.length === 0) return refusals;
  const names = await inTransaction((tx) => namesOf(tx, savers));
  return refusals.map((one) => {
    if (one.reason !== 'changed-meanwhile') return one;
    return { ...one, theirs: { ...one.theirs, savedBy: names.get(one.theirs.savedBy) ?? '' } };
  });
}

import type { InTransaction } from '../database/transaction.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import { namesOf } from './writing/names.query.ts';

/** Refusals as the contract has them: whoever saved first, or threw it away, is told by their name. */
export async function toldRefusals(
  inTransaction: InTransaction,
  refusals: readonly DeskRefusal[],
): Promise<readonly DeskRefusal[]> {
  const people = refusals.flatMap((one) => {
    if (one.reason === 'discarded') return [one.by];
    return one.reason === 'changed-meanwhile' ? [one.theirs.savedBy] : [];
  });
  if (people.length === 0) return refusals;
  const names = await inTransaction((tx) => namesOf(tx, people));
  return refusals.map((one) => {
    if (one.reason === 'discarded') return { ...one, by: names.get(one.by) ?? '' };
    if (one.reason !== 'changed-meanwhile') return one;
    return { ...one, theirs: { ...one.theirs, savedBy: names.get(one.theirs.savedBy) ?? '' } };
  });
}

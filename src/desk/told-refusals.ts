import type { InTransaction, Tx } from '../database/transaction.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import { headlinesOf, namesOf } from './writing/names.query.ts';

/**
 * Refusals as the contract has them: whoever saved first, or threw it away, is told by their name, and which text is refused by
 * its headline too.
 */
export async function toldRefusals(
  inTransaction: InTransaction,
  refusals: readonly DeskRefusal[],
): Promise<readonly DeskRefusal[]> {
  const people = refusals.flatMap((one) => {
    if (one.reason === 'discarded' || one.reason === 'already-settled') return [one.by];
    return one.reason === 'changed-meanwhile' ? [one.theirs.savedBy] : [];
  });
  const texts = refusals.flatMap(({ of }) => of ?? []);
  if (people.length === 0 && texts.length === 0) return refusals;
  const ask = async (tx: Tx) => [await namesOf(tx, people), await headlinesOf(tx, texts)] as const;
  const [names, headlines] = await inTransaction(ask);
  return refusals.map(withNames).map((one) => {
    if (one.of === undefined) return one;
    return { ...one, of: { ...one.of, headline: headlines.get(`${one.of.release} ${one.of.locale}`) ?? '' } };
  });

  function withNames(one: DeskRefusal): DeskRefusal {
    if (one.reason === 'discarded' || one.reason === 'already-settled') return { ...one, by: names.get(one.by) ?? '' };
    if (one.reason !== 'changed-meanwhile') return one;
    return { ...one, theirs: { ...one.theirs, savedBy: names.get(one.theirs.savedBy) ?? '' } };
  }
}

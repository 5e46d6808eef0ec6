import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import type { TextLine } from '../contract.ts';
import { lastChangedFirst } from './last-changed-first.ts';
import type { LinesOrder } from './placed-drafts.query.ts';
import { undraftedLines } from './public-lines.query.ts';
import { draftLines } from './text-lines.query.ts';

/** Every text that somebody may read, in work or public, last changed first. */
export async function anyLines(tx: Tx, person: Person, order: Omit<LinesOrder, 'state'>): Promise<TextLine[]> {
  const drafts = await draftLines(tx, person, order);
  // A full page ends with its last draft or before: what was changed earlier need not be looked at.
  const since = drafts.length < order.limit ? null : (drafts.at(-1)?.changedAt ?? null);
  const others = await undraftedLines(tx, person, { ...order, since });
  return lastChangedFirst([...drafts, ...others], order.limit);
}

import type { Tx } from '../../database/transaction.ts';
import type { DeskDeps } from '../desk-deps.ts';
import type { Finding } from '../desk-outcome.ts';
import type { Draft } from '../draft.ts';
import { checkDraft } from './check-draft.ts';

/** What the copy desk says of a text, with the credits that its pictures have now. */
export async function findingsOf(
  tx: Tx,
  { pictures }: Pick<DeskDeps, 'pictures'>,
  { content, locale }: Pick<Draft, 'content' | 'locale'>,
): Promise<Finding[]> {
  const kept = await pictures.pictures(tx, [...new Set(content.pictures.map(({ picture }) => picture))]);
  const credits = new Map(kept.map(({ id, rights }) => [id, rights.credit]));
  return checkDraft(content, { locale, credits });
}

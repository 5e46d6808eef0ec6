import { inside } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';

/** An edition's words, and the text they belong to. */
export interface WordsHere {
  readonly release: string;
  readonly locale: string;
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly notes: string | null;
}

/** The words of every edition that these releases have here. Of retracted texts there are none. */
export async function wordsHere(tx: Tx, releases: readonly string[]): Promise<readonly WordsHere[]> {
  if (releases.length === 0) return [];
  return inside(tx)
    .selectFrom('edition')
    .select(['release', 'locale', 'kicker', 'headline', 'summary', 'place', 'body', 'notes'])
    .where('release', 'in', releases)
    .execute();
}

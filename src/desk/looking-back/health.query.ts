import { sql } from 'kysely';
import { inside } from '../../database/schema.ts';
import type { Tx } from '../../database/transaction.ts';
import { mayBeSeenBy } from '../../releases/picture-readers.query.ts';

const MOST_PICTURES = 50;

/** Pictures that drafts in work may show, that somebody may know of and that do not say who made them; newest first. */
export async function withoutCredit(tx: Tx, person: string): Promise<{ picture: string; fileName: string }[]> {
  const rows = await inside(tx)
    .selectFrom('picture')
    .select(['id', 'file_name'])
    .where('credit', 'is', null)
    .where('creator', 'is', null)
    .where('copyright_holder', 'is', null)
    .where(mayBeSeenBy(person))
    .orderBy('id', 'desc')
    .limit(MOST_PICTURES)
    .execute();
  return rows.map((row) => ({ picture: row.id, fileName: row.file_name }));
}

/** How many acts are in the outbox. */
export async function waitingToLeave(tx: Tx): Promise<number> {
  const row = await inside(tx).selectFrom('outbox').select(sql<number>`count(*)`.as('count')).executeTakeFirst();
  return row?.count ?? 0;
}

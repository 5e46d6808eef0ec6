import type { NewsroomHandle } from './schema.ts';

/** Tells every process that what it has kept of the public half is of an older version. */
export async function renewPublicVersion(db: NewsroomHandle): Promise<void> {
  await db
    .updateTable('counter')
    .set((row) => ({ value: row('value', '+', 1) }))
    .where('name', '=', 'version')
    .execute();
}

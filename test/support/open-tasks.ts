import { inside } from '../../src/database/schema.ts';
import type { Tx } from '../../src/database/transaction.ts';

/** Every task that is open, whoever it is for, oldest first. */
export function openTasks(tx: Tx) {
  const open = inside(tx).selectFrom('task').selectAll().where('done_at', 'is', null);
  return open.orderBy('opened_at').orderBy('id').execute();
}

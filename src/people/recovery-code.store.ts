import { inside } from '../database/schema.ts';
import type { RecoveryCodeStore } from './recovery-code.ts';

export function recoveryCodeStore(): RecoveryCodeStore {
  return {
    async replace(tx, person, hashes) {
      await inside(tx).deleteFrom('recovery_code').where('person', '=', person).execute();
      if (hashes.length === 0) return;
      await inside(tx)
        .insertInto('recovery_code')
        .values(hashes.map((hash) => ({ person, hash, used_at: null })))
        .execute();
    },

    async use(tx, person, hash, at) {
      const used = await inside(tx)
        .updateTable('recovery_code')
        .set({ used_at: at })
        .where('person', '=', person)
        .where('hash', '=', hash)
        .where('used_at', 'is', null)
        .returning('hash')
        .executeTakeFirst();
      return used !== undefined;
    },

    async countLeft(tx, person) {
      const row = await inside(tx)
        .selectFrom('recovery_code')
        .select((code) => code.fn.countAll<number>().as('count'))
        .where('person', '=', person)
        .where('used_at', 'is', null)
        .executeTakeFirstOrThrow();
      return row.count;
    },
  };
}

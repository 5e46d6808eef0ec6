import { inside } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { ChallengeStore } from './challenge.ts';

export function challengeStore(): ChallengeStore {
  return {
    async add(tx, hash, { purpose, content, expiresAt }) {
      await inside(tx)
        .insertInto('challenge')
        .values({ hash, purpose, content: JSON.stringify(content), expires_at: expiresAt })
        .execute();
    },

    async take(tx, hash, purpose, now) {
      const row = await inside(tx)
        .deleteFrom('challenge')
        .where('hash', '=', hash)
        .where('purpose', '=', purpose)
        .returningAll()
        .executeTakeFirst();
      if (row === undefined || row.expires_at <= now) return null;
      return { purpose: row.purpose, content: JSON.parse(row.content), expiresAt: row.expires_at as Instant };
    },

    async forgetExpired(tx, now, limit) {
      const expired = inside(tx).selectFrom('challenge').select('hash').where('expires_at', '<=', now).limit(limit);
      const { numDeletedRows } = await inside(tx)
        .deleteFrom('challenge')
        .where('hash', 'in', expired)
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

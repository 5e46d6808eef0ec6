import type { PublishedHandle } from '../../database/schema.ts';
import type { KeyReads } from '../../published/api-key.ts';
import { keyFrom } from '../../published/api-key-columns.query.ts';

export function keyReads(db: PublishedHandle): KeyReads {
  return {
    async keyOf(hash) {
      const row = await db.selectFrom('api_key').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : keyFrom(row);
    },
  };
}

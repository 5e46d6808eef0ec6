import { inside, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import { leftAloneSince, type Session, type SessionStore } from './session.ts';

export function sessionStore(): SessionStore {
  return {
    async add(tx, hash, session) {
      await inside(tx)
        .insertInto('session')
        .values({
          hash,
          id: session.id,
          person: session.person,
          created_at: session.createdAt,
          seen_at: session.seenAt,
          expires_at: session.expiresAt,
          ended_at: session.endedAt,
          address: session.address,
          agent: session.agent,
        })
        .execute();
    },

    async ofHash(tx, hash) {
      const row = await inside(tx).selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : sessionFrom(row);
    },

    async open(tx, person) {
      const rows = await inside(tx)
        .selectFrom('session')
        .selectAll()
        .where('person', '=', person)
        .where('ended_at', 'is', null)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(sessionFrom);
    },

    async see(tx, id, at) {
      await inside(tx).updateTable('session').set({ seen_at: at }).where('id', '=', id).execute();
    },

    async end(tx, id, at) {
      await inside(tx)
        .updateTable('session')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },

    async endAll(tx, person, at, besides) {
      let query = inside(tx)
        .updateTable('session')
        .set({ ended_at: at })
        .where('person', '=', person)
        .where('ended_at', 'is', null);
      if (besides !== null) query = query.where('id', '<>', besides);
      await query.execute();
    },

    async forgetEnded(tx, now, limit) {
      const ended = inside(tx)
        .selectFrom('session')
        .select('id')
        .where((row) =>
          row.or([
            row('ended_at', 'is not', null),
            row('expires_at', '<=', now),
            row('seen_at', '<=', leftAloneSince(now)),
          ]),
        )
        .limit(limit);
      const { numDeletedRows } = await inside(tx).deleteFrom('session').where('id', 'in', ended).executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

export function sessionFrom(row: Omit<Tables['session'], 'hash'>): Session {
  return {
    id: row.id,
    person: row.person,
    createdAt: row.created_at as Instant,
    seenAt: row.seen_at as Instant,
    expiresAt: row.expires_at as Instant,
    endedAt: row.ended_at as Instant | null,
    address: row.address,
    agent: row.agent,
  };
}

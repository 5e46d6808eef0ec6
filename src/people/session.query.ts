import type { NewsroomHandle } from '../database/schema.ts';
import { personFrom } from './person.store.ts';
import { sessionFrom } from './session.store.ts';
import type { SessionReads } from './session.ts';

export function sessionReads(db: NewsroomHandle): SessionReads {
  return {
    async withPerson(hash) {
      const row = await db
        .selectFrom('session')
        .innerJoin('person', 'person.id', 'session.person')
        .select(['session.id as session_id', 'session.person', 'session.created_at', 'seen_at', 'expires_at'])
        .select(['ended_at', 'address', 'agent', 'person.id', 'name', 'email', 'language', 'standing'])
        .where('hash', '=', hash)
        .executeTakeFirst();
      if (row === undefined) return null;
      const assignments = await db.selectFrom('assignment').selectAll().where('person', '=', row.id).execute();
      return { session: sessionFrom({ ...row, id: row.session_id }), person: personFrom(row, assignments) };
    },
  };
}

import { inside, type NewsroomHandle } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { AttemptStore, Tally } from './attempt.ts';

export function attemptStore(): AttemptStore {
  return {
    async add(tx, attempt) {
      await inside(tx)
        .insertInto('sign_in_attempt')
        .values({ ...attempt })
        .execute();
    },

    async settle(tx, id, at) {
      await inside(tx).updateTable('sign_in_attempt').set({ at }).where('id', '=', id).execute();
    },

    async remove(tx, id) {
      await inside(tx).deleteFrom('sign_in_attempt').where('id', '=', id).execute();
    },

    async forgive(tx, account, address) {
      await inside(tx)
        .deleteFrom('sign_in_attempt')
        .where('account', '=', account)
        .where('address', '=', address)
        .execute();
    },

    async forgetBefore(tx, at) {
      await inside(tx).deleteFrom('sign_in_attempt').where('at', '<', at).execute();
    },

    tallyOfPair: (tx, account, address, since) =>
      tally(attemptsFrom(inside(tx), address, since).where('account', '=', account)),
    tallyOfAddress: (tx, address, since) => tally(attemptsFrom(inside(tx), address, since)),
  };
}

type Attempts = ReturnType<typeof attemptsFrom>;

function attemptsFrom(db: NewsroomHandle, address: string, since: Instant) {
  return db
    .selectFrom('sign_in_attempt')
    .select((row) => [row.fn.countAll<number>().as('count'), row.fn.max('at').as('last')])
    .where('address', '=', address)
    .where('at', '>', since);
}

async function tally(attempts: Attempts): Promise<Tally> {
  const { count, last } = await attempts.executeTakeFirstOrThrow();
  return { count, lastAt: last as Instant | null };
}

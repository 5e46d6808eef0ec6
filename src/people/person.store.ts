import { inside, type NewsroomHandle, type Tables } from '../database/schema.ts';
import type { Instant } from '../platform/instant.ts';
import type { Account, PersonStore, Totp } from './account.ts';
import type { Assignment, Person, Role } from './person.ts';

export function personStore(): PersonStore {
  return {
    account: (tx, id) => accountWhere(inside(tx), 'id', id),
    accountOfEmail: (tx, email) => accountWhere(inside(tx), 'email', email),

    async everybody(tx) {
      const db = inside(tx);
      const rows = await db.selectFrom('person').selectAll().orderBy('name').orderBy('id').execute();
      const assignments = Map.groupBy(await db.selectFrom('assignment').selectAll().execute(), (one) => one.person);
      return rows.map((row) => personFrom(row, assignments.get(row.id) ?? []));
    },

    async add(tx, { assignments, ...person }, at) {
      await inside(tx)
        .insertInto('person')
        .values({
          ...person,
          password_hash: null,
          totp_secret: null,
          totp_confirmed_at: null,
          totp_last_step: null,
          created_at: at,
        })
        .execute();
      await assign(inside(tx), person.id, assignments);
    },

    changeName: (tx, id, name) => change(inside(tx), id, { name }),
    changeLanguage: (tx, id, language) => change(inside(tx), id, { language }),
    changeStanding: (tx, id, standing) => change(inside(tx), id, { standing }),
    changePassword: (tx, id, hash) => change(inside(tx), id, { password_hash: hash }),

    changeTotp: (tx, id, totp) =>
      change(inside(tx), id, {
        totp_secret: totp?.secret ?? null,
        totp_confirmed_at: totp?.confirmedAt ?? null,
        totp_last_step: totp?.lastStep ?? null,
      }),

    assign: (tx, id, assignments) => assign(inside(tx), id, assignments),

    async countActiveAdministrators(tx, besides) {
      let query = inside(tx)
        .selectFrom('person')
        .innerJoin('assignment', 'assignment.person', 'person.id')
        .select((row) => row.fn.countAll<number>().as('count'))
        .where('assignment.role', '=', 'administrator')
        .where('person.standing', '=', 'active');
      if (besides !== null) query = query.where('person.id', '<>', besides);
      return (await query.executeTakeFirstOrThrow()).count;
    },
  };
}

async function accountWhere(db: NewsroomHandle, column: 'id' | 'email', value: string): Promise<Account | null> {
  const row = await db.selectFrom('person').selectAll().where(column, '=', value).executeTakeFirst();
  if (row === undefined) return null;
  const assignments = await db.selectFrom('assignment').selectAll().where('person', '=', row.id).execute();
  return { person: personFrom(row, assignments), passwordHash: row.password_hash, totp: totpFrom(row) };
}

async function assign(db: NewsroomHandle, person: string, assignments: readonly Assignment[]): Promise<void> {
  await db.deleteFrom('assignment').where('person', '=', person).execute();
  const rows = assignments.map(({ role, office, locale }) => {
    return { person, role, office: office ?? '', locale: locale ?? '' };
  });
  if (rows.length === 0) return;
  await db
    .insertInto('assignment')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function change(db: NewsroomHandle, id: string, to: Partial<Tables['person']>): Promise<void> {
  await db.updateTable('person').set(to).where('id', '=', id).execute();
}

type PersonRow = Pick<Tables['person'], 'id' | 'name' | 'email' | 'language' | 'standing'>;

export function personFrom(row: PersonRow, assignments: readonly Tables['assignment'][]): Person {
  const { id, name, email, language, standing } = row;
  return { id, name, email, language, standing, assignments: assignments.map(assignmentFrom).sort(byRole) };
}

function assignmentFrom({ role, office, locale }: Tables['assignment']): Assignment {
  return { role: role as Role, office: office === '' ? null : office, locale: locale === '' ? null : locale };
}

function byRole(one: Assignment, other: Assignment): number {
  const [first, second] = [one, other].map(({ role, office, locale }) => `${role} ${office ?? ''} ${locale ?? ''}`);
  return (first ?? '') < (second ?? '') ? -1 : 1;
}

function totpFrom(row: Tables['person']): Totp | null {
  if (row.totp_secret === null) return null;
  const confirmedAt = row.totp_confirmed_at as Instant | null;
  return { secret: row.totp_secret, confirmedAt, lastStep: row.totp_last_step };
}

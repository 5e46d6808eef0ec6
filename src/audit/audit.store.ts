import { sql } from 'kysely';
import { inside, type Tables } from '../database/schema.ts';
import type { Tx } from '../database/transaction.ts';
import type { Instant } from '../platform/instant.ts';
import type { AuditEntry, Audited, AuditStore, NewEntry } from './entry.ts';

export function auditStore(): AuditStore {
  return {
    append: (tx, entry) => appendAll(tx, [entry]),
    appendAll,

    async read(tx, filter, limit) {
      const { release, person, office, offices, act, reader, before, from } = filter;
      let query = inside(tx).selectFrom('audit_entry').selectAll().orderBy('number', 'desc').limit(limit);
      if (release !== undefined) query = query.where('release', '=', release);
      if (person !== undefined) query = query.where('person', person === null ? 'is' : '=', person);
      if (office !== undefined) query = query.where('office', '=', office);
      if (offices !== undefined) query = query.where('office', 'in', ['', ...offices]);
      if (act !== undefined) query = query.where('act', '=', act);
      if (reader !== undefined) query = query.where(mayBeReadBy(reader));
      if (before !== undefined) query = query.where('number', '<', before);
      if (from !== undefined) query = query.where('number', '>=', from);
      return (await query.execute()).map(entryOf);
    },
  };
}

/** What a statement takes without trouble: 450 values. */
const ENTRIES_AT_ONCE = 50;

async function appendAll(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const db = inside(tx);
  const newest = db.selectFrom('audit_entry').select('number').orderBy('number', 'desc').limit(1);
  let last = (await newest.executeTakeFirst())?.number ?? 0;
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    const rows = entries.slice(from, from + ENTRIES_AT_ONCE).map((entry) => rowOf((last += 1), entry));
    await db.insertInto('audit_entry').values(rows).execute();
  }
}

/** Not of an entry about a release that is limited to others and that the public does not know of either. */
function mayBeReadBy(person: string) {
  return sql<boolean>`(
    not exists (select 1 from draft_release where draft_release.id = audit_entry.release and is_limited = 1)
    or exists (
      select 1 from draft_reader where draft_reader.release = audit_entry.release and draft_reader.person = ${person})
    or exists (select 1 from release where release.id = audit_entry.release))`;
}

function rowOf(number: number, entry: NewEntry): Tables['audit_entry'] {
  const { at, person, name, act, release = null, locale = null, office = null, detail = {} } = entry;
  return { number, at, person, name, act, release, locale, office, detail: JSON.stringify(detail) };
}

function entryOf(row: Tables['audit_entry']): AuditEntry {
  return { ...row, at: row.at as Instant, act: row.act as Audited, detail: JSON.parse(row.detail) };
}

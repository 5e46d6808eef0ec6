import { type ExpressionBuilder, sql } from 'kysely';
import type { Tables } from '../../database/schema.ts';
import type { Person } from '../../people/person.ts';
import { officesRead } from './who-may-read.ts';

/** May somebody read the draft: one of their offices', and not kept from them? */
export function isReadable(row: ExpressionBuilder<Tables, 'draft' | 'draft_release'>, person: Person) {
  const offices = officesRead(person);
  // A list is found by what it asks for, never by the index of all that an office has.
  const office = sql<string>`draft.office || ''`;
  return row.and([
    offices === null ? row.lit(true) : row(office, 'in', ['', ...offices]),
    row.not(isKeptFrom(row, person)),
  ]);
}

/** Is a release limited to others? */
export function isKeptFrom(row: ExpressionBuilder<Tables, 'draft_release'>, person: Person) {
  const readers = row
    .selectFrom('draft_reader')
    .select('person')
    .whereRef('draft_reader.release', '=', 'draft_release.id')
    .where('draft_reader.person', '=', person.id);
  return row.and([row('draft_release.is_limited', '=', 1), row.not(row.exists(readers))]);
}

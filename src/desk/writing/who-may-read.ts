import type { Person } from '../../people/person.ts';
import { rights } from '../../people/rights.ts';

/** The offices whose drafts somebody may read; null: all of them. A translator reads every language of a release. */
export function officesRead(person: Person): readonly string[] | null {
  const readers: readonly string[] = rights['read-drafts'];
  const own = person.assignments.filter((one) => readers.includes(one.role));
  if (own.some((one) => one.office === null)) return null;
  return [...new Set(own.flatMap((one) => one.office ?? []))];
}

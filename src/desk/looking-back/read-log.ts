import type { AuditEntry, AuditFilter, AuditStore } from '../../audit/entry.ts';
import type { Tx } from '../../database/transaction.ts';
import type { Person } from '../../people/person.ts';
import { readReference } from '../../published/reference.ts';
import type { AuditQuery } from '../contract-looking-back.ts';
import { type GatheredEntry, gatheredEntries } from './gathered-entries.ts';
import { releaseOf } from './references.query.ts';

/** What a filter of the contract means for somebody; null: nothing can fit it. */
export async function filterFor(tx: Tx, person: Person, query: AuditQuery): Promise<AuditFilter | null> {
  const { reference, person: wanted, ...plain } = query;
  const named = reference === undefined ? undefined : await releaseNamed(tx, reference);
  if (named === null || (named !== undefined && query.release !== undefined && query.release !== named)) return null;
  const readers = person.assignments.filter(({ role }) => role.endsWith('administrator'));
  const isWhole = readers.some(({ office }) => office === null);
  return {
    ...plain,
    ...(named === undefined ? {} : { release: named }),
    ...(wanted === undefined ? {} : { person: wanted === 'clock' ? null : wanted }),
    ...(isWhole ? {} : { offices: readers.flatMap(({ office }) => office ?? []) }),
    reader: person.id,
  };
}

async function releaseNamed(tx: Tx, typed: string): Promise<string | null> {
  const reference = readReference(typed.trim());
  return reference === null ? null : releaseOf(tx, reference);
}

const LINES = 100;
const ENTRIES_AT_ONCE = 500;
/** A page looks no further back: a week of nothing but saves is a short page, and the next goes on. */
const MOST_ENTRIES = 5_000;

/**
 * A page of the log with the saves of each sitting gathered: at most 100 lines, newest first. Every entry is on exactly one page: a
 * sitting that lies across two is a line on each.
 */
export async function readLines(
  tx: Tx,
  audit: AuditStore,
  filter: AuditFilter,
): Promise<{ readonly lines: readonly GatheredEntry[]; readonly before: number | null }> {
  let entries: AuditEntry[] = [];
  let isAll = false;
  while (!isAll && entries.length < MOST_ENTRIES && gatheredEntries(entries).length <= LINES) {
    const before = entries.at(-1)?.number ?? filter.before;
    const next = await audit.read(tx, before === undefined ? filter : { ...filter, before }, ENTRIES_AT_ONCE);
    entries.push(...next);
    isAll = next.length < ENTRIES_AT_ONCE;
  }
  const last = gatheredEntries(entries)[LINES - 1]?.entry.number ?? 0;
  const shown = entries.filter(({ number }) => number >= last);
  isAll &&= shown.length === entries.length;
  entries = shown;
  return { lines: gatheredEntries(entries), before: isAll ? null : (entries.at(-1)?.number ?? null) };
}

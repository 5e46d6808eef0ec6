import type { AuditQuery } from '../../src/desk/contract.ts';
import { call } from '../api.ts';
import type { Trouble } from '../parts/trouble.tsx';
import type { AuditEntry } from '../types.ts';

/** Reads every entry that fits, page by page. @param read told how many there are so far. */
export async function wholeLog(
  filters: AuditQuery,
  read: (count: number) => void,
): Promise<{ readonly entries: readonly AuditEntry[] } | { readonly trouble: Trouble }> {
  const all: AuditEntry[] = [];
  for (let { before } = filters; ; ) {
    const outcome = await call('GET /desk/api/audit', { ...filters, before });
    if (outcome.kind !== 'done') return { trouble: outcome };
    const { entries } = outcome.answer;
    all.push(...entries);
    read(all.length);
    before = entries.at(-1)?.number;
    if (before === undefined || before <= (filters.from ?? 1)) return { entries: all };
  }
}

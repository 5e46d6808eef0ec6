import type { AuditEntry } from '../../audit/entry.ts';
import type { Instant } from '../../platform/instant.ts';
import { isOneSitting } from '../../releases/sitting.ts';

/** An entry of the log, or all the saves of one sitting under the newest of them. The log itself keeps every one. */
export interface GatheredEntry {
  readonly entry: AuditEntry;
  readonly count: number;
  /** Number and instant of the oldest. */
  readonly first: number;
  readonly from: Instant;
}

/**
 * Gathers the saves that one person made at one text in one sitting. Whatever else was done to the text in between ends it; what
 * was done to other texts does not.
 *
 * @param entries newest first, as are the lines.
 */
export function gatheredEntries(entries: readonly AuditEntry[]): GatheredEntry[] {
  const lines: GatheredEntry[] = [];
  /** By text: where its newest line is that may still grow. */
  const open = new Map<string, number>();
  for (const entry of entries) {
    const text = `${entry.release} ${entry.locale}`;
    const place = open.get(text);
    const line = place === undefined ? undefined : lines[place];
    if (line !== undefined && place !== undefined && isSameSitting(line, entry)) {
      lines[place] = { ...line, count: line.count + 1, first: entry.number, from: entry.at };
      continue;
    }
    lines.push({ entry, count: 1, first: entry.number, from: entry.at });
    open.set(text, lines.length - 1);
  }
  return lines;
}

function isSameSitting({ entry: newest, from }: GatheredEntry, older: AuditEntry): boolean {
  return (
    newest.act === 'revised' &&
    older.act === 'revised' &&
    newest.person === older.person &&
    newest.detail['edition'] === older.detail['edition'] &&
    isOneSitting(older.at, from)
  );
}

import { expect, test } from 'vitest';
import type { AuditEntry } from '../../audit/entry.ts';
import { instantOf } from '../../platform/instant.ts';
import { gatheredEntries } from './gathered-entries.ts';

/** Newest first, as the log is read. */
function log(...entries: readonly (readonly [time: string, name: string, act: string, release?: string])[]) {
  return entries
    .map(([time, name, act, release = 'ferry'], index): AuditEntry => {
      const at = instantOf(`2026-03-02T${time}:00Z`);
      const on = { release, locale: 'en', office: 'CALDER', detail: { edition: 1, revision: index } };
      return { number: index + 1, at, person: name, name, act: act as AuditEntry['act'], ...on };
    })
    .reverse();
}

const told = (entries: readonly AuditEntry[]) =>
  gatheredEntries(entries).map(({ entry, first, count }) => [entry.name, entry.act, first, entry.number, count]);

test('the saves of one sitting are one line, although others were at work meanwhile', () => {
  const entries = log(
    ['09:00', 'Mara', 'revised'],
    ['09:01', 'Tomas', 'revised', 'quay'],
    ['09:02', 'Mara', 'revised'],
    ['09:03', 'Tomas', 'signed-out', 'none'],
    ['09:20', 'Mara', 'revised'],
  );
  expect(told(entries)).toEqual([
    ['Mara', 'revised', 1, 5, 3],
    ['Tomas', 'signed-out', 4, 4, 1],
    ['Tomas', 'revised', 2, 2, 1],
  ]);
});

test('a sitting ends with whatever else is done to the text, by another’s save, and after half an hour', () => {
  const entries = log(
    ['09:00', 'Mara', 'revised'],
    ['09:01', 'Mara', 'submitted'],
    ['09:02', 'Mara', 'recalled'],
    ['09:03', 'Mara', 'revised'],
    ['09:04', 'Tomas', 'revised'],
    ['09:05', 'Mara', 'revised'],
    ['09:36', 'Mara', 'revised'],
  );
  expect(told(entries).map(([, , first, last]) => [first, last])).toEqual([
    [7, 7],
    [6, 6],
    [5, 5],
    [4, 4],
    [3, 3],
    [2, 2],
    [1, 1],
  ]);
});

test('nothing but saves is gathered', () => {
  const entries = log(['09:00', 'Mara', 'opened-preview'], ['09:00', 'Mara', 'opened-preview']);
  expect(told(entries)).toHaveLength(2);
});

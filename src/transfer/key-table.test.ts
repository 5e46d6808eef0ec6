import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openKeyTable, shortHash } from './key-table.ts';

test('a table of keys answers as a map does', () => {
  const key = fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.integer({ max: 50 }).map(String));
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 2 ** 32 - 1 })), { maxLength: 200 }), (entries) => {
      const table = openKeyTable();
      const map = new Map<string, number>();
      for (const [name, value] of entries) {
        expect(table.get(name)).toBe(map.get(name) ?? 0);
        table.set(name, value);
        map.set(name, value);
      }
      for (const [name, value] of map) expect(table.get(name)).toBe(value);
    }),
  );
});

test('half a million keys that differ in a digit are told apart', () => {
  const table = openKeyTable();
  const keyOf = (n: number) => `0190abcd-0000-7000-8000-${n.toString(16).padStart(12, '0')} en`;
  for (let n = 1; n <= 500_000; n += 1) {
    if (table.get(keyOf(n)) !== 0) expect.fail(`${keyOf(n)} is taken for another`);
    table.set(keyOf(n), n);
  }
  for (let n = 1; n <= 500_000; n += 1) if (table.get(keyOf(n)) !== n) expect.fail(`${keyOf(n)} was lost`);
  expect(shortHash(keyOf(1))).toBeGreaterThan(0);
});

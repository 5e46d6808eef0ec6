import { expect, test } from 'vitest';
import { after, instantOf } from '../platform/instant.ts';
import { secondsToWait } from './attempt.ts';

const now = instantOf('2026-03-02T09:00:00Z');

test('waiting begins after the free attempts, doubles with each mistake and has an end', () => {
  const patience = { free: 3, longestSeconds: 60 };
  const waits = [1, 2, 3, 4, 5, 9, 400].map((count) => secondsToWait({ count, lastAt: now }, patience, now));
  expect(waits).toEqual([0, 0, 1, 2, 4, 60, 60]);
  expect(secondsToWait({ count: 5, lastAt: now }, patience, after(now, 3))).toBe(1);
  expect(secondsToWait({ count: 5, lastAt: now }, patience, after(now, 4))).toBe(0);
  expect(secondsToWait({ count: 0, lastAt: null }, patience, now)).toBe(0);
});

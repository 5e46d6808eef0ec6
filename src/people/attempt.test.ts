import { expect, test } from 'vitest';
import { instantOf } from '../platform/instant.ts';
import { addressKey, secondsToWait } from './attempt.ts';
import { after } from './span.ts';

const now = instantOf('2026-03-02T09:00:00Z');

test('waiting begins after the free attempts, doubles with each mistake and has an end', () => {
  const patience = { free: 3, longestSeconds: 60 };
  const waits = [1, 2, 3, 4, 5, 9, 400].map((count) => secondsToWait({ count, lastAt: now }, patience, now));
  expect(waits).toEqual([0, 0, 1, 2, 4, 60, 60]);
  expect(secondsToWait({ count: 5, lastAt: now }, patience, after(now, 3))).toBe(1);
  expect(secondsToWait({ count: 5, lastAt: now }, patience, after(now, 4))).toBe(0);
  expect(secondsToWait({ count: 0, lastAt: null }, patience, now)).toBe(0);
});

test('an address is counted with its network', () => {
  expect(addressKey('192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('::ffff:192.0.2.1')).toBe('192.0.2.1');
  expect(addressKey('2001:db8:0:1::5')).toBe('2001:db8:0:1::/64');
  expect(addressKey('2001:DB8::1:0:0:0:9')).toBe('2001:db8:0:1::/64');
  expect(addressKey('2001:db8:0000:0001:2:3:4:5')).toBe('2001:db8:0:1::/64');
  expect(addressKey('::1')).toBe('0:0:0:0::/64');
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0::/64');
});

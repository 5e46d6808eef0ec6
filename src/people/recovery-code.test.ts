import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { plainCode, recoveryCodeFrom } from './recovery-code.ts';

test('a code is three times four characters, without any that look alike', () => {
  for (let round = 0; round < 200; round += 1) {
    expect(recoveryCodeFrom(randomBytes(64))).toMatch(/^[a-hj-km-np-z2-9]{4}(-[a-hj-km-np-z2-9]{4}){2}$/);
  }
});

test('no character of a code is likelier than another', () => {
  const counts = new Map<string, number>();
  for (let round = 0; round < 5_000; round += 1) {
    for (const one of plainCode(recoveryCodeFrom(randomBytes(64)))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const expected = (5_000 * 12) / 31;
  expect(counts.size).toBe(31);
  for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected / 5);
});

test('it is read as people type it', () => {
  expect(plainCode(' ABCD-efgh 2345 ')).toBe('abcdefgh2345');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestOf } from './best-of.ts';
import { firstAtLeast, inAll, nextAtLeast, noHits, union, unionOfAll, without } from './hits.ts';

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 40 }).map((some) => {
  return Uint32Array.from(some.sort((one, other) => one - other));
});
const hitsOf = (some: Uint32Array) => ({ ids: some, weights: Uint16Array.from(some, (id) => (id % 7) + 1) });

describe('lists of hits', () => {
  test('are joined, crossed and taken from each other as sets are', () => {
    fc.assert(
      fc.property(ids, ids, ids, (one, other, third) => {
        const joined = union(hitsOf(one), hitsOf(other));
        expect([...joined.ids]).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b));
        const weightIn = (some: Uint32Array, id: number) => (some.includes(id) ? (id % 7) + 1 : 0);
        expect([...joined.weights]).toEqual([...joined.ids].map((id) => weightIn(one, id) + weightIn(other, id)));
        expect([...inAll([one, other, third])]).toEqual(
          [...one].filter((id) => other.includes(id) && third.includes(id)),
        );
        expect([...without(one, other)]).toEqual([...one].filter((id) => !other.includes(id)));
      }),
    );
  });

  test('are joined all at once as one after the other', () => {
    fc.assert(
      fc.property(fc.array(ids, { maxLength: 6 }), (some) => {
        const lists = some.map(hitsOf);
        expect(unionOfAll(lists)).toEqual(lists.reduce(union, noHits));
      }),
    );
  });

  test('are looked into as if each number were looked at', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 0, max: 70 }), fc.nat(5), (some, id, from) => {
        const start = Math.min(from, some.length);
        const expected = [...some].findIndex((one, at) => at >= start && one >= id);
        expect(firstAtLeast(some, id, start)).toBe(expected < 0 ? some.length : expected);
        expect(nextAtLeast(some, id, start)).toBe(expected < 0 ? some.length : expected);
      }),
    );
  });

  test('give the best few as sorting all of them would', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 60 }), fc.nat(20), (keys, few) => {
        const isBetter = (one: number, other: number) => {
          const difference = (keys[one] as number) - (keys[other] as number);
          return difference === 0 ? one > other : difference > 0;
        };
        const sorted = [...keys.keys()].sort((one, other) => (isBetter(one, other) ? -1 : 1));
        expect(bestOf(keys.length, few, isBetter)).toEqual(sorted.slice(0, few));
      }),
    );
  });
});

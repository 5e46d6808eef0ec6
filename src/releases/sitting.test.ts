import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf } from '../platform/instant.ts';
import { sittingsOf } from './sitting.ts';

const save = (revision: number, savedBy: string, time: string, edition = 1) => {
  return { edition, revision, savedBy, savedAt: instantOf(`2026-03-02T${time}Z`) };
};

test('the saves of a morning are one sitting, however many they are', () => {
  const saves = [save(3, 'mara', '09:40:00'), save(2, 'mara', '09:10:03'), save(1, 'mara', '09:10:00')];
  expect(sittingsOf(saves)).toEqual([
    { edition: 1, first: 1, last: 3, count: 3, savedBy: 'mara', from: saves[2]?.savedAt, to: saves[0]?.savedAt },
  ]);
});

test('whoever comes back later, another person, and the next edition begin a new one', () => {
  const saves = [
    save(5, 'mara', '11:00:00', 2),
    save(4, 'mara', '10:59:00'),
    save(3, 'mara', '10:00:00'),
    save(2, 'tomas', '09:59:00'),
    save(1, 'mara', '09:58:00'),
  ];
  expect(sittingsOf(saves).map(({ first, last }) => [first, last])).toEqual([
    [5, 5],
    [4, 4],
    [3, 3],
    [2, 2],
    [1, 1],
  ]);
});

test('no save is lost or counted twice, whatever they are', () => {
  const saves = fc
    .array(fc.record({ minutes: fc.nat(60), savedBy: fc.constantFrom('mara', 'tomas'), edition: fc.nat(1) }))
    .map((steps) => {
      let at = Date.parse('2026-03-02T09:00:00Z');
      return steps
        .map(({ minutes, savedBy, edition }, index) => {
          at += minutes * 60_000;
          return { edition, revision: index + 1, savedBy, savedAt: instantOf(new Date(at).toISOString()) };
        })
        .reverse();
    });
  fc.assert(
    fc.property(saves, (all) => {
      const told = sittingsOf(all).flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, index) => last - index),
      );
      expect(told).toEqual(all.map(({ revision }) => revision));
      expect(sittingsOf(all).every(({ first, last, count }) => last - first + 1 === count)).toBe(true);
    }),
  );
});

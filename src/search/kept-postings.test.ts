import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keepPostings } from './kept-postings.ts';
import type { Located } from './located.ts';

const term = fc.constantFrom('tide', 'quay', 'crane', 'buoy');
const act = fc.oneof(fc.record({ get: term }), fc.record({ put: term, bytes: fc.integer({ min: 1, max: 12 }) }));

test('what was asked for last is kept, as far as there is room', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (acts, room) => {
      const kept = keepPostings(room);
      let known: { term: string; located: Located; bytes: number }[] = [];
      for (const one of acts) {
        const name = 'get' in one ? one.get : one.put;
        const before = known.find((entry) => entry.term === name);
        const others = known.filter((entry) => entry.term !== name);
        if ('get' in one) {
          expect(kept.get(name)).toBe(before?.located);
          known = before === undefined ? others : [...others, before];
        } else {
          const located = { name } as unknown as Located;
          kept.put(name, located, one.bytes);
          known = [...others, { term: name, located, bytes: one.bytes }];
          while (known.reduce((sum, { bytes }) => sum + bytes, 0) > room) known.shift();
        }
      }
    }),
  );
});

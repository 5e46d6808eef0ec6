import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openMarks } from './marks.ts';

test('marks are those of a map that is cleared at each beginning', () => {
  const act = fc.oneof(
    fc.record({ one: fc.nat(3_000), mark: fc.nat() }),
    fc.record({ size: fc.integer({ min: 3_001, max: 9_000 }) }),
  );
  fc.assert(
    fc.property(fc.array(act), (acts) => {
      const marks = openMarks();
      const model = new Map<number, number>();
      marks.begin(3_001);
      for (const act of acts) {
        if ('size' in act) {
          marks.begin(act.size);
          model.clear();
        } else {
          expect(marks.of(act.one)).toBe(model.get(act.one) ?? -1);
          marks.set(act.one, act.mark);
          model.set(act.one, act.mark);
        }
      }
      for (let one = 0; one <= 3_000; one += 1) expect(marks.of(one)).toBe(model.get(one) ?? -1);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBeside, type Standing } from './place-beside.ts';

test('each block of the source begins where its translation begins', () => {
  const rows = [
    { source: 40, translation: { top: 0, height: 60 } },
    { source: 100, translation: { top: 76, height: 20 } },
    { source: 20, translation: { top: 112, height: 20 } },
  ];
  // The second paragraph of the source is the longer one: the third of the translation is moved down by as much.
  expect(placeBeside(rows)).toEqual({ tops: [0, 76, 192], room: [0, 0, 80] });
});

test('what is missing in the translation leaves room for it there', () => {
  const rows = [
    { source: 20, translation: { top: 0, height: 20 } },
    { source: 30, translation: null },
    { source: 20, translation: { top: 36, height: 20 } },
  ];
  expect(placeBeside(rows)).toEqual({ tops: [0, 36, 82], room: [0, 46] });
});

test('nothing of the source ever lies on something else of it, and what answers it is level with it', () => {
  const height = fc.integer({ min: 1, max: 300 });
  const row = fc.record({ source: fc.option(height), translation: fc.option(height) });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 12 }), (given) => {
      let end = 0;
      const rows = given.map(({ source, translation }): Standing => {
        if (translation === null) return { source, translation };
        const top = end;
        end += translation + 16;
        return { source, translation: { top, height: translation } };
      });
      const known = rows.filter(({ source, translation }) => source !== null || translation !== null);
      const { tops, room } = placeBeside(known);
      let [sourceAt, translationAt, lowered, free] = [0, 0, 0, 0];
      for (const { source, translation } of known) {
        if (translation !== null) lowered += room[translationAt++] ?? 0;
        if (source === null) continue;
        const top = tops[sourceAt++] ?? 0;
        expect(top).toBeGreaterThanOrEqual(free);
        if (translation !== null) expect(top).toBe(translation.top + lowered);
        free = top + source;
      }
    }),
  );
});

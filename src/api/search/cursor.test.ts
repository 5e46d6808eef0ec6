import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const cursors = fc.record({
  skip: fc.integer({ min: 1, max: 10_000 }),
  last: fc.uuid(),
  sequence: fc.integer({ min: 0, max: 2_147_483_647 }),
});

test('a cursor is read as it was written, for the search it was written for, and for no other', () => {
  fc.assert(
    fc.property(cursors, fc.string(), fc.string(), (cursor, search, other) => {
      const text = writeCursor(cursor, search);
      expect(text.length).toBeLessThanOrEqual(200);
      expect(readCursor(text, search)).toEqual(cursor);
      if (other !== search) expect(readCursor(text, other)).toBeNull();
    }),
  );
});

test('what was cut, changed or made up is no cursor', () => {
  fc.assert(
    fc.property(cursors, fc.nat(), fc.string({ maxLength: 1 }), fc.string(), (cursor, place, character, madeUp) => {
      const text = writeCursor(cursor, 'q=ferry');
      const at = place % text.length;
      const changed = text.slice(0, at) + character + text.slice(at + 1);
      if (Buffer.from(changed, 'base64url').toString() !== Buffer.from(text, 'base64url').toString())
        expect(readCursor(changed, 'q=ferry')).toBeNull();
      expect(readCursor(madeUp, 'q=ferry')).toBeNull();
    }),
  );
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyPostgres } from '../support/engines.ts';
import { type BusyDesk, openBusyDesk, sendAnything, sendMangled } from '../support/fuzz-desk.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';

// PostgreSQL refuses what SQLite bears: a NUL in a text, a number that is too large for its column. What the desk answers
// on SQLite is told in test/journeys/the-desk-answers-everything.test.ts.

let open: OpenForReaders;
let busy: BusyDesk;

beforeAll(async () => {
  const { url } = await emptyPostgres();
  open = await openForReaders(url.href);
  busy = await openBusyDesk(open);
});
afterAll(async () => {
  await busy?.desk.close();
  await open?.close();
});

test('a call with something wrong in its order is refused in a sentence', () => sendMangled(busy, 1_000), 240_000);
test('a well-formed call is done or refused with reasons', () => sendAnything(busy, 20), 240_000);

test('an address with a NUL, or half a character, leads nowhere', async () => {
  for (const odd of ['%00', 'x%00y', '%FF', '%ED%A0%80']) {
    const below = [`preview/${odd}/en`, `shared/${odd}`, `media/${odd}/original`, `shared/${odd}/media/x/original`];
    for (const path of [
      ...below,
      `api/releases?search=${odd}`,
      `api/releases?after=${odd}`,
      `api/releases?locale=${odd}`,
    ]) {
      const { status } = (await busy.seats['administrator']?.get(`/desk/${path}`)) ?? { status: 0 };
      expect([path, status < 500]).toEqual([path, true]);
    }
  }
});

import { expect, test } from 'vitest';
import { visitWith } from '../../../test/support/visit-to.ts';
import { fixedClock } from '../../platform/clock.ts';
import { instantOf } from '../../platform/instant.ts';
import { type ApiKey, keyHash } from '../../published/api-key.ts';
import { openBuckets } from './buckets.ts';
import { openGate } from './gate.ts';

const known: Record<string, ApiKey> = Object.fromEntries(
  (['good', 'gone', 'bulk-only'] as const).map((name) => [
    keyHash(name),
    {
      ...{ id: name, name, scopes: name === 'bulk-only' ? (['bulk'] as const) : (['read'] as const), perMinute: 4 },
      createdAt: instantOf('2026-01-01T00:00:00Z'),
      revokedAt: name === 'gone' ? instantOf('2026-02-01T00:00:00Z') : null,
    } as const,
  ]),
);

function openTestGate(anonymousRate = 2) {
  const clock = fixedClock('2026-11-24T12:00:00Z');
  const keys = { keyOf: async (hash: string) => known[hash] ?? null };
  const gate = openGate({ keys, take: openBuckets(clock), anonymousRate });
  const ask = async (authorization = '', address = '192.0.2.1') =>
    (await gate(visitWith({ path: '/', authorization, address }), 'read'))?.problem ?? 'open';
  return { clock, gate, ask };
}

test('an address may ask so often without a key, and again when time has passed', async () => {
  const { clock, ask, gate } = openTestGate();
  expect([await ask(), await ask(), await ask()]).toEqual(['open', 'open', 'too-many-requests']);
  expect(await ask('', '192.0.2.2')).toBe('open');
  const refusal = await gate(visitWith({ path: '/', address: '192.0.2.1' }), 'read');
  expect(refusal).toMatchObject({ headers: { 'retry-after': '30' }, detail: expect.stringMatching(/in 30 seconds/) });
  clock.advanceTo('2026-11-24T12:00:29.999Z');
  expect(await ask()).toBe('too-many-requests');
  clock.advanceTo('2026-11-24T12:00:30Z');
  expect([await ask(), await ask()]).toEqual(['open', 'too-many-requests']);
  clock.advanceTo('2026-11-25T12:00:00Z');
  expect([await ask(), await ask(), await ask()]).toEqual(['open', 'open', 'too-many-requests']);
});

test('a clock that is set back shuts nobody out for longer than it fills a bucket', async () => {
  const { clock, ask } = openTestGate();
  await ask();
  await ask();
  clock.advanceTo('2026-11-24T11:00:00Z');
  expect(await ask()).toBe('too-many-requests');
  clock.advanceTo('2026-11-24T11:00:30Z');
  expect(await ask()).toBe('open');
});

test('neighbours in one IPv6 network are counted together', async () => {
  const { ask } = openTestGate();
  expect([await ask('', '2001:db8:0:1::5'), await ask('', '2001:db8:0:1:ffff::9')]).toEqual(['open', 'open']);
  expect([await ask('', '2001:db8:0:1::7'), await ask('', '2001:db8:0:2::5')]).toEqual(['too-many-requests', 'open']);
});

test('a key has a rate of its own, whatever its address has asked', async () => {
  const { ask } = openTestGate();
  await ask();
  await ask();
  const asked = [];
  for (let times = 0; times < 5; times += 1) asked.push(await ask('Bearer good'));
  expect(asked).toEqual(['open', 'open', 'open', 'open', 'too-many-requests']);
});

test('a wrong or revoked key is told so, and guessing is no way round the rate', async () => {
  const { ask, gate } = openTestGate();
  expect([await ask('Bearer wrong'), await ask('bearer  gone'), await ask('Bearer other')]).toEqual([
    ...['key-invalid', 'key-invalid', 'too-many-requests'],
  ]);
  const refusal = await gate(visitWith({ path: '/', authorization: 'Basic Zm9v', address: '192.0.2.9' }), 'read');
  expect(refusal).toMatchObject({ problem: 'key-invalid', headers: { 'www-authenticate': 'Bearer realm="api"' } });
  expect(await ask(`Bearer ${'x'.repeat(5_000)}`, '192.0.2.8')).toBe('key-invalid');
});

test('a key is good for what it was made for', async () => {
  const { ask, gate } = openTestGate();
  expect(await ask('Bearer bulk-only')).toBe('scope-missing');
  expect(await gate(visitWith({ path: '/', authorization: 'Bearer bulk-only' }), 'bulk')).toBeNull();
});

test('only so many addresses are remembered', async () => {
  const take = openBuckets(fixedClock('2026-11-24T12:00:00Z'), 2);
  expect([take('a', 1), take('a', 1)]).toEqual([0, 60]);
  for (const other of ['b', 'c']) take(other, 1);
  expect(take('a', 1)).toBe(0);
});

import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyReads } from '../../src/api/keys/key.query.ts';
import { keyStore } from '../../src/api/keys/key.store.ts';
import { keyHash } from '../../src/api/keys/key.ts';
import { makeKey } from '../../src/api/keys/make-key.ts';
import { revokeKey } from '../../src/api/keys/revoke-key.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { eachEngine } from '../support/engines.ts';

eachEngine('a key of the API', (open) => {
  test('is found by its text, which is kept nowhere, until and after it is revoked', async () => {
    const engine = await open();
    const { inTransaction } = engine;
    const deps = { inTransaction, keys: keyStore(), clock: fixedClock('2026-11-24T12:00:00Z'), newId, randomBytes };
    const { key, text } = await makeKey(deps, { name: 'The wire', scopes: ['read'], perMinute: 600 });
    const reads = keyReads(engine.published);
    expect(await reads.keyOf(keyHash(text))).toEqual(key);
    expect(await reads.keyOf(keyHash(`${text}x`))).toBeNull();
    const rows = await engine.newsroom.selectFrom('api_key').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(text);

    expect(await revokeKey(deps, key.id)).toBe(true);
    expect(await revokeKey(deps, key.id)).toBe(false);
    const revoked = { ...key, revokedAt: '2026-11-24T12:00:00.000Z' };
    expect(await reads.keyOf(keyHash(text))).toEqual(revoked);
    expect(await inTransaction((tx) => deps.keys.all(tx))).toEqual([revoked]);
  });

  test('needs a name that can be shown on a line', async () => {
    const { inTransaction } = await open();
    const deps = { inTransaction, keys: keyStore(), clock: fixedClock('2026-11-24T12:00:00Z'), newId, randomBytes };
    for (const name of ['', ' ', 'two\nlines', 'x'.repeat(201)])
      await expect(makeKey(deps, { name, scopes: ['read'], perMinute: 1 })).rejects.toMatchObject({
        code: 'TEXT_INVALID',
      });
  });
});

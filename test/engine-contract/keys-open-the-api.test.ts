import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyReads } from '../../src/api/keys/key.query.ts';
import { auditStore } from '../../src/audit/audit.store.ts';
import { dropKey, keepKey, keysKept } from '../../src/desk/keys/keep-keys.ts';
import { keyStore } from '../../src/desk/keys/key.store.ts';
import { makeKey } from '../../src/desk/keys/make-key.ts';
import { revokeKey } from '../../src/desk/keys/revoke-key.ts';
import type { Person, Role } from '../../src/people/person.ts';
import { fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { keyHash } from '../../src/published/api-key.ts';
import { eachEngine } from '../support/engines.ts';

function somebody(name: string, role: Role): Person {
  const assignments = [{ role, office: null, locale: null }];
  return { id: newId(), name, email: 'nobody@calder.example', language: 'en', standing: 'active', assignments };
}

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

  test('is made and revoked at the desk by administrators alone, and the log says who did, but not the key', async () => {
    const engine = await open();
    const { inTransaction } = engine;
    const clock = fixedClock('2026-11-24T12:00:00Z');
    const deps = { inTransaction, keys: keyStore(), audit: auditStore(), clock, newId, randomBytes };
    const [odile, otto] = [somebody('Odile', 'administrator'), somebody('Otto', 'office-administrator')];
    const wire = { name: 'The wire', scopes: ['read'], perMinute: 600 } as const;
    const notAllowed = { ok: false, refusals: [{ reason: 'not-allowed', act: 'keep-keys' }] };
    expect(await keepKey(deps, otto, wire)).toEqual(notAllowed);
    expect(await keysKept(deps, otto)).toEqual(notAllowed);
    const unnamed = await keepKey(deps, odile, { ...wire, name: 'Two\nlines' });
    expect(unnamed).toMatchObject({ ok: false, refusals: [{ reason: 'text-invalid', field: 'name' }] });

    const made = await keepKey(deps, odile, wire);
    const text = made.ok ? made.text : '';
    const key = await keyReads(engine.published).keyOf(keyHash(text));
    expect(key).toMatchObject({ ...wire, revokedAt: null });
    const id = key?.id ?? '';
    expect(await dropKey(deps, otto, id)).toEqual(notAllowed);
    for (let times = 0; times < 2; times += 1) expect(await dropKey(deps, odile, id)).toEqual({ ok: true });
    expect(await keyReads(engine.published).keyOf(keyHash(text))).toMatchObject({ revokedAt: clock.now() });
    expect(await keysKept(deps, odile)).toMatchObject({ keys: [{ id, revokedAt: clock.now() }] });

    const log = await inTransaction((tx) => deps.audit.read(tx, {}, 10));
    expect(log.map(({ act, name, detail }) => [act, name, detail])).toEqual([
      ['revoked-key', 'Odile', { key: id, name: 'The wire' }],
      ['made-key', 'Odile', { key: id, name: 'The wire', scopes: 'read', perMinute: 600 }],
    ]);
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

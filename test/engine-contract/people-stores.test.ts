import { expect, test } from 'vitest';
import type { Person } from '../../src/people/person.ts';
import type { Session } from '../../src/people/session.ts';
import { after, instantOf } from '../../src/platform/instant.ts';
import { eachEngine } from '../support/engines.ts';
import { peopleDepsOn } from '../support/people-deps.ts';

const now = instantOf('2026-03-02T09:00:00Z');
const mara: Person = {
  id: '00000000-0000-7000-8000-00000000000a',
  name: 'Mara',
  email: 'mara@calder.example',
  language: 'en',
  standing: 'active',
  assignments: [
    { role: 'editor', office: 'CALDER', locale: 'cy' },
    { role: 'writer', office: null, locale: null },
  ],
};
const odile: Person = {
  ...mara,
  id: '00000000-0000-7000-8000-00000000000b',
  name: 'Odile',
  email: 'odile@calder.example',
  assignments: [{ role: 'administrator', office: null, locale: null }],
};
const session: Session = {
  id: '00000000-0000-7000-8000-0000000000aa',
  person: mara.id,
  createdAt: now,
  seenAt: now,
  expiresAt: after(now, 1_000),
  endedAt: null,
  address: '192.0.2.1',
  agent: 'A browser',
};
const hash = 'ab'.repeat(32);

eachEngine('people', (open) => {
  const openPeople = async () => {
    const deps = peopleDepsOn(await open());
    await deps.inTransaction(async (tx) => {
      for (const person of [odile, mara]) await deps.people.add(tx, person, now);
    });
    return deps;
  };

  test('a person is read as they were written, by id, by e-mail and among everybody', async () => {
    const { inTransaction, people } = await openPeople();
    await inTransaction(async (tx) => {
      expect(await people.account(tx, mara.id)).toEqual({ person: mara, passwordHash: null, totp: null });
      expect((await people.accountOfEmail(tx, 'odile@calder.example'))?.person).toEqual(odile);
      expect(await people.accountOfEmail(tx, 'nobody@calder.example')).toBeNull();
      expect(await people.everybody(tx)).toEqual([mara, odile]);
    });
  });

  test('each fact of a person changes by itself', async () => {
    const { inTransaction, people } = await openPeople();
    await inTransaction(async (tx) => {
      await people.changeName(tx, mara.id, 'Mara Vane');
      await people.changeLanguage(tx, mara.id, 'fr');
      await people.changeStanding(tx, mara.id, 'disabled');
      await people.changePassword(tx, mara.id, '$argon2id$x');
      await people.changeTotp(tx, mara.id, { secret: 'ABC', confirmedAt: now, lastStep: 7 });
      await people.assign(tx, mara.id, []);
    });
    const changed = { ...mara, name: 'Mara Vane', language: 'fr', standing: 'disabled', assignments: [] };
    const totp = { secret: 'ABC', confirmedAt: now, lastStep: 7 };
    expect(await inTransaction((tx) => people.account(tx, mara.id))).toEqual({
      person: changed,
      passwordHash: '$argon2id$x',
      totp,
    });
    await inTransaction((tx) => people.changeTotp(tx, mara.id, null));
    expect((await inTransaction((tx) => people.account(tx, mara.id)))?.totp).toBeNull();
    expect(await inTransaction((tx) => people.account(tx, odile.id))).toMatchObject({ person: odile });
  });

  test('active administrators are counted, and one may be left out', async () => {
    const { inTransaction, people } = await openPeople();
    await inTransaction(async (tx) => {
      expect(await people.countActiveAdministrators(tx, null)).toBe(1);
      expect(await people.countActiveAdministrators(tx, odile.id)).toBe(0);
      await people.changeStanding(tx, odile.id, 'disabled');
      expect(await people.countActiveAdministrators(tx, null)).toBe(0);
    });
  });

  test('a session is found by its hash with its person, and ends once', async () => {
    const { inTransaction, sessions, sessionReads } = await openPeople();
    const other = { ...session, id: '00000000-0000-7000-8000-0000000000bb', createdAt: after(now, 5) };
    await inTransaction(async (tx) => {
      await sessions.add(tx, hash, session);
      await sessions.add(tx, 'cd'.repeat(32), other);
    });
    expect(await sessionReads.withPerson(hash)).toEqual({ session, person: mara });
    expect(await sessionReads.withPerson('ef'.repeat(32))).toBeNull();
    await inTransaction(async (tx) => {
      expect(await sessions.ofHash(tx, hash)).toEqual(session);
      expect(await sessions.open(tx, mara.id)).toEqual([other, session]);
      await sessions.see(tx, session.id, after(now, 10));
      await sessions.end(tx, session.id, after(now, 20));
      await sessions.end(tx, session.id, after(now, 30));
      expect(await sessions.ofHash(tx, hash)).toMatchObject({ seenAt: after(now, 10), endedAt: after(now, 20) });
      await sessions.endAll(tx, mara.id, after(now, 40), other.id);
      expect(await sessions.open(tx, mara.id)).toEqual([other]);
      await sessions.endAll(tx, mara.id, after(now, 50), null);
      expect(await sessions.open(tx, mara.id)).toEqual([]);
      expect(await sessions.ofHash(tx, hash)).toMatchObject({ endedAt: after(now, 20) });
    });
  });

  test('of the links for one person only the newest works, and a used one stays used', async () => {
    const { inTransaction, links } = await openPeople();
    const link = { purpose: 'reset', person: mara.id, createdAt: now, expiresAt: after(now, 9), usedAt: null } as const;
    await inTransaction(async (tx) => {
      await links.replace(tx, hash, link);
      await links.replace(tx, 'cd'.repeat(32), { ...link, person: null, purpose: 'first-administrator' });
      await links.replace(tx, 'ef'.repeat(32), link);
      expect(await links.ofHash(tx, hash)).toBeNull();
      await links.use(tx, 'ef'.repeat(32), after(now, 1));
      await links.takeBack(tx, mara.id);
      expect(await links.ofHash(tx, 'ef'.repeat(32))).toEqual({ ...link, usedAt: after(now, 1) });
      expect(await links.ofHash(tx, 'cd'.repeat(32))).toMatchObject({ person: null, usedAt: null });
      await links.takeBack(tx, null);
      expect(await links.ofHash(tx, 'cd'.repeat(32))).toBeNull();
    });
  });

  test('attempts are counted by account and address, and by address', async () => {
    const { inTransaction, attempts } = await openPeople();
    const attempt = { id: 'a', account: mara.email, address: '192.0.2.1', at: now };
    await inTransaction(async (tx) => {
      await attempts.add(tx, attempt);
      await attempts.add(tx, { ...attempt, id: 'b', at: after(now, 60) });
      await attempts.add(tx, { ...attempt, id: 'c', account: odile.email, at: after(now, 30) });
      await attempts.add(tx, { ...attempt, id: 'd', address: '192.0.2.2' });
      const since = after(now, -1);
      expect(await attempts.tallyOfPair(tx, mara.email, '192.0.2.1', since)).toEqual({
        count: 2,
        lastAt: after(now, 60),
      });
      expect(await attempts.tallyOfAddress(tx, '192.0.2.1', since)).toEqual({ count: 3, lastAt: after(now, 60) });
      expect(await attempts.tallyOfAddress(tx, '192.0.2.9', since)).toEqual({ count: 0, lastAt: null });
      await attempts.settle(tx, 'b', after(now, 90));
      expect((await attempts.tallyOfAddress(tx, '192.0.2.1', now)).lastAt).toBe(after(now, 90));
      await attempts.remove(tx, 'b');
      await attempts.forgive(tx, odile.email, '192.0.2.1');
      expect((await attempts.tallyOfAddress(tx, '192.0.2.1', since)).count).toBe(1);
      await attempts.forgetBefore(tx, after(now, 1));
      expect((await attempts.tallyOfAddress(tx, '192.0.2.2', since)).count).toBe(0);
    });
  });

  test('a passkey is kept, used and removed', async () => {
    const { inTransaction, passkeys } = await openPeople();
    const passkey = { id: 'k1', person: mara.id, publicKey: 'pk', counter: 1, transports: ['usb'], name: 'Key' };
    const kept = { ...passkey, createdAt: now, usedAt: null };
    await inTransaction(async (tx) => {
      await passkeys.add(tx, kept);
      await passkeys.add(tx, { ...kept, id: 'k2', createdAt: after(now, 1), transports: [] });
      await passkeys.use(tx, 'k1', 5, after(now, 2));
      expect(await passkeys.passkey(tx, 'k1')).toEqual({ ...kept, counter: 5, usedAt: after(now, 2) });
      expect((await passkeys.passkeysOf(tx, mara.id)).map(({ id }) => id)).toEqual(['k1', 'k2']);
      await passkeys.remove(tx, 'k1');
      expect(await passkeys.passkey(tx, 'k1')).toBeNull();
      await passkeys.removeAll(tx, mara.id);
      expect(await passkeys.passkeysOf(tx, mara.id)).toEqual([]);
    });
  });

  test('a challenge is taken once, for what it was sent for, and in time', async () => {
    const { inTransaction, challenges } = await openPeople();
    const challenge = { purpose: 'register', content: { person: mara.id }, expiresAt: after(now, 10) } as const;
    await inTransaction(async (tx) => {
      await challenges.add(tx, 'c1', challenge);
      expect(await challenges.take(tx, 'c1', 'sign-in', now)).toBeNull();
      expect(await challenges.take(tx, 'c1', 'register', now)).toEqual(challenge);
      expect(await challenges.take(tx, 'c1', 'register', now)).toBeNull();
      await challenges.add(tx, 'c2', challenge);
      expect(await challenges.take(tx, 'c2', 'register', after(now, 10))).toBeNull();
      await challenges.add(tx, 'c3', challenge);
      expect(await challenges.forgetExpired(tx, after(now, 10), 5)).toBe(1);
      expect(await challenges.take(tx, 'c3', 'register', now)).toBeNull();
    });
  });

  test('a recovery code works once, and not at all once there are new ones', async () => {
    const { inTransaction, recoveryCodes } = await openPeople();
    await inTransaction(async (tx) => {
      await recoveryCodes.replace(tx, mara.id, ['x', 'y']);
      expect(await recoveryCodes.use(tx, mara.id, 'x', now)).toBe(true);
      expect(await recoveryCodes.use(tx, mara.id, 'x', now)).toBe(false);
      expect(await recoveryCodes.use(tx, odile.id, 'y', now)).toBe(false);
      expect(await recoveryCodes.countLeft(tx, mara.id)).toBe(1);
      await recoveryCodes.replace(tx, mara.id, ['z']);
      expect(await recoveryCodes.use(tx, mara.id, 'y', now)).toBe(false);
      await recoveryCodes.replace(tx, mara.id, []);
      expect(await recoveryCodes.countLeft(tx, mara.id)).toBe(0);
    });
  });

  test('an identity belongs to one person', async () => {
    const engine = await open();
    const { inTransaction, people, identities } = peopleDepsOn(engine);
    const identity = { issuer: 'https://id.calder.example', subject: '7' };
    await inTransaction(async (tx) => {
      await people.add(tx, mara, now);
      await people.add(tx, odile, now);
      expect(await identities.personOf(tx, identity)).toBeNull();
      await identities.link(tx, identity, mara.id);
      expect(await identities.personOf(tx, identity)).toBe(mara.id);
      expect(await identities.isLinked(tx, mara.id)).toBe(true);
      expect(await identities.isLinked(tx, odile.id)).toBe(false);
    });
    await expect(inTransaction((tx) => identities.link(tx, identity, odile.id))).rejects.toSatisfy(engine.isDuplicate);
  });
});

import { TOTP } from 'otpauth';
import { expect, test } from 'vitest';
import { changePassword } from '../../src/people/change-password.ts';
import { disablePerson } from '../../src/people/disable-person.ts';
import { enablePerson } from '../../src/people/enable-person.ts';
import { endSession } from '../../src/people/end-session.ts';
import { firstAdministratorLink } from '../../src/people/first-administrator-link.ts';
import { invite } from '../../src/people/invite.ts';
import { listSessions } from '../../src/people/list-sessions.ts';
import { lookAtLink } from '../../src/people/look-at-link.ts';
import { renewRecoveryCodes } from '../../src/people/make-recovery-codes.ts';
import { makeResetLink } from '../../src/people/make-reset-link.ts';
import type { Person } from '../../src/people/person.ts';
import { personOf } from '../../src/people/person-of-session.ts';
import { removeTotp } from '../../src/people/remove-totp.ts';
import { requestReset } from '../../src/people/request-reset.ts';
import { beginTotp, confirmTotp } from '../../src/people/set-up-totp.ts';
import { type SignInOutcome, signIn } from '../../src/people/sign-in.ts';
import { signOut } from '../../src/people/sign-out.ts';
import { useLink } from '../../src/people/use-link.ts';
import { after } from '../../src/platform/instant.ts';
import { deskPeople } from '../support/desk-people.ts';
import { eachEngine } from '../support/engines.ts';
import { peopleDepsOn } from '../support/people-deps.ts';

const home = { address: '192.0.2.1', agent: 'A browser' };
const elsewhere = { address: '198.51.100.9', agent: 'Another browser' };
const password = 'seven ferries leave at nine';

type Deps = ReturnType<typeof peopleDepsOn>;

const tokenOf = (link: string | null) => link?.split('#')[1] ?? '';
const later = ({ clock }: Deps, seconds: number) => clock.advanceTo(after(clock.now(), seconds));
const acts = async (deps: Deps) =>
  (await deps.inTransaction((tx) => deps.audit.read(tx, {}, 100))).map(({ act }) => act).reverse();

async function join(deps: Deps, token: string, more: Partial<Parameters<typeof useLink>[1]> = {}): Promise<string> {
  const order = { token, name: '', email: '', password, from: home, replaces: null, ...more };
  const outcome = await useLink(deps, order);
  if (!outcome.ok || outcome.token === null) expect.fail(JSON.stringify(outcome));
  return outcome.token;
}

async function signInAs(deps: Deps, person: Pick<Person, 'email'>, more: object = {}): Promise<SignInOutcome> {
  return signIn(deps, { email: person.email, password, code: '', from: home, replaces: null, ...more });
}

eachEngine('whoever comes in', (open) => {
  /** Odile, who came in by the first link, and her session. */
  async function openWithOdile() {
    const deps = peopleDepsOn(await open());
    const token = tokenOf(await firstAdministratorLink(deps));
    const session = await join(deps, token, { name: 'Odile', email: 'odile@calder.example' });
    const odile = (await personOf(deps, session)) as Person;
    return { deps, odile, session };
  }

  test('the first administrator comes in by a link that works once, and nobody after them', async () => {
    const deps = peopleDepsOn(await open());
    const former = tokenOf(await firstAdministratorLink(deps));
    const token = tokenOf(await firstAdministratorLink(deps));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await lookAtLink(deps, former)).toBeNull();
    expect(await lookAtLink(deps, token)).toEqual({ purpose: 'first-administrator', person: null });

    const order = { token, name: ' Odile ', email: 'odile@calder.example', password, from: home, replaces: null };
    const refused = await useLink(deps, { ...order, name: '', email: 'odile', password: 'short' });
    expect(refused).toMatchObject({
      ok: false,
      refusals: [{ field: 'name' }, { field: 'email' }, { field: 'password' }],
    });

    const session = await join(deps, token, order);
    expect(await personOf(deps, session)).toMatchObject({
      name: 'Odile',
      standing: 'active',
      assignments: [{ role: 'administrator', office: null, locale: null }],
    });
    expect(await useLink(deps, order)).toEqual({ ok: true, token: null });
    expect(await firstAdministratorLink(deps)).toBeNull();
    expect(await acts(deps)).toEqual(['made-first-link', 'made-first-link', 'joined', 'signed-in']);
  });

  test('a link ends after three days', async () => {
    const deps = peopleDepsOn(await open());
    const token = tokenOf(await firstAdministratorLink(deps));
    later(deps, 72 * 3_600 - 1);
    expect(await lookAtLink(deps, token)).not.toBeNull();
    later(deps, 1);
    expect(await lookAtLink(deps, token)).toBeNull();
  });

  test('two who use the first link at once do not both become administrators', async () => {
    const deps = peopleDepsOn(await open());
    const token = tokenOf(await firstAdministratorLink(deps));
    const both = ['odile', 'stranger'].map((name) =>
      useLink(deps, { token, name, email: `${name}@calder.example`, password, from: home, replaces: null }),
    );
    const outcomes = await Promise.all(both);
    expect(outcomes.filter((outcome) => outcome.ok && outcome.token !== null)).toHaveLength(1);
    expect(await deps.inTransaction((tx) => deps.people.countActiveAdministrators(tx, null))).toBe(1);
  });

  test('who is invited joins by a link, and one e-mail address is one account', async () => {
    const { deps, odile } = await openWithOdile();
    const order = { by: odile, name: 'Mara', email: 'mara@calder.example', language: 'en', assignments: [] };
    const invited = await invite(deps, order);
    if (!invited.ok) expect.fail();
    expect(invited.expiresAt).toBe(after(deps.clock.now(), 72 * 3_600));
    expect(await signInAs(deps, order)).toEqual({ outcome: 'refused' });
    expect(await invite(deps, order)).toEqual({ ok: false, refusals: [{ reason: 'email-taken', email: order.email }] });

    const session = await join(deps, tokenOf(invited.link));
    expect(await personOf(deps, session)).toMatchObject({ name: 'Mara', standing: 'active' });
    expect((await signInAs(deps, order)).outcome).toBe('signed-in');
  });

  test('an unknown office, a bad name and a role too narrow are all told at once', async () => {
    const { deps, odile } = await openWithOdile();
    const assignments = [{ role: 'administrator', office: 'NOWHERE', locale: null }] as const;
    const outcome = await invite(deps, { by: odile, name: 'a\nb', email: 'no', language: 'en', assignments });
    expect(outcome).toMatchObject({
      refusals: [
        { reason: 'office-unknown', office: 'NOWHERE' },
        { reason: 'text-invalid', field: 'assignments' },
        { reason: 'text-invalid', field: 'name' },
        { reason: 'text-invalid', field: 'email' },
      ],
    });
  });

  test('a reset begins afresh: other sessions, the authenticator and passkeys are gone', async () => {
    const { deps, odile, session } = await openWithOdile();
    await deps.inTransaction(async (tx) => {
      await deps.people.changeTotp(tx, odile.id, { secret: 'ABCD', confirmedAt: deps.clock.now(), lastStep: null });
      const key = { id: 'k', publicKey: 'pk', counter: 0, transports: [], name: 'Key' };
      await deps.passkeys.add(tx, { ...key, person: odile.id, createdAt: deps.clock.now(), usedAt: null });
    });
    const made = await makeResetLink(deps, { by: odile, person: odile.id });
    if (!made.ok) expect.fail();
    expect(await personOf(deps, session)).not.toBeNull();
    const next = 'eleven cranes on the quay';
    const fresh = await join(deps, tokenOf(made.link), { password: next });
    expect(await personOf(deps, session)).toBeNull();
    expect(await personOf(deps, fresh)).toMatchObject({ id: odile.id });
    expect(await deps.inTransaction((tx) => deps.passkeys.passkeysOf(tx, odile.id))).toEqual([]);
    expect((await signInAs(deps, odile)).outcome).toBe('refused');
    expect((await signInAs(deps, odile, { password: next })).outcome).toBe('signed-in');
  });

  test('whatever is wrong at sign-in, the answer is the same', async () => {
    const { deps } = await openWithOdile();
    const { mara } = deskPeople();
    await deps.inTransaction((tx) => deps.people.add(tx, mara, deps.clock.now()));
    const odile = { email: 'odile@calder.example' };
    for (const [person, more] of [
      [{ email: 'nobody@calder.example' }, {}],
      [mara, {}],
      [odile, { password: 'seven ferries leave at ten' }],
    ] as const) {
      expect(await signInAs(deps, person, more)).toEqual({ outcome: 'refused' });
    }
    expect((await signInAs(deps, odile)).outcome).toBe('signed-in');
  });

  test('signing in gives a new token and ends the session that was there', async () => {
    const { deps, odile, session } = await openWithOdile();
    const outcome = await signInAs(deps, odile, { replaces: session });
    if (outcome.outcome !== 'signed-in') expect.fail();
    expect(outcome.token).not.toBe(session);
    expect(await personOf(deps, session)).toBeNull();
    expect(await personOf(deps, outcome.token)).toMatchObject({ id: odile.id });
  });

  test('who guesses waits ever longer; the owner, at another address, never does', async () => {
    const { deps, odile } = await openWithOdile();
    const guess = { password: 'is it perhaps this one', from: elsewhere };
    for (let count = 0; count < 5; count += 1) expect((await signInAs(deps, odile, guess)).outcome).toBe('refused');
    expect(await signInAs(deps, odile, guess)).toEqual({ outcome: 'too-many', seconds: 1 });
    later(deps, 1);
    expect((await signInAs(deps, odile, guess)).outcome).toBe('refused');
    expect(await signInAs(deps, odile, { from: elsewhere })).toEqual({ outcome: 'too-many', seconds: 2 });

    expect((await signInAs(deps, odile)).outcome).toBe('signed-in');
    later(deps, 2);
    expect((await signInAs(deps, odile, { from: elsewhere })).outcome).toBe('signed-in');
    expect((await signInAs(deps, odile, guess)).outcome).toBe('refused');
  });

  test('twenty guesses at the same moment are no way round the waiting', async () => {
    const { deps, odile } = await openWithOdile();
    const guess = { password: 'is it perhaps this one', from: elsewhere };
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => signInAs(deps, odile, guess)));
    expect(outcomes.filter(({ outcome }) => outcome === 'refused')).toHaveLength(5);
    expect(outcomes.filter(({ outcome }) => outcome === 'too-many')).toHaveLength(15);
  });

  test('one address that tries many accounts waits too', async () => {
    const { deps } = await openWithOdile();
    const outcomes = [];
    for (let count = 0; count < 31; count += 1) {
      const email = `person${count}@calder.example`;
      outcomes.push((await signInAs(deps, { email }, { from: elsewhere })).outcome);
    }
    expect(outcomes.lastIndexOf('refused')).toBe(29);
    expect(outcomes[30]).toBe('too-many');
  });

  test('a session ends when it is left alone, when it is ended, and when its person signs out', async () => {
    const { deps, odile, session } = await openWithOdile();
    later(deps, 11 * 3_600);
    expect(await personOf(deps, session)).not.toBeNull();
    later(deps, 11 * 3_600);
    const second = await signInAs(deps, odile, { from: elsewhere });
    if (second.outcome !== 'signed-in') expect.fail();
    expect(await personOf(deps, session)).not.toBeNull();

    const sessions = await listSessions(deps, odile);
    expect(sessions.map(({ agent }) => agent)).toEqual(['Another browser', 'A browser']);
    await endSession(deps, { by: deskPeople().mara, session: sessions[0]?.id ?? '' });
    expect(await personOf(deps, second.token)).not.toBeNull();
    await endSession(deps, { by: odile, session: sessions[0]?.id ?? '' });
    expect(await personOf(deps, second.token)).toBeNull();

    await signOut(deps, session);
    expect(await personOf(deps, session)).toBeNull();
    expect((await acts(deps)).slice(-2)).toEqual(['ended-session', 'signed-out']);
  });

  test('a session ends on its fourteenth day, however busy', async () => {
    const { deps, session } = await openWithOdile();
    for (let hour = 0; hour < 14 * 24; hour += 6) {
      expect(await personOf(deps, session)).not.toBeNull();
      later(deps, 6 * 3_600);
    }
    expect(await personOf(deps, session)).toBeNull();
  });

  test('a new password ends the other sessions and wants the old one', async () => {
    const { deps, odile, session } = await openWithOdile();
    const other = await signInAs(deps, odile);
    if (other.outcome !== 'signed-in') expect.fail();
    const order = { by: odile, current: password, next: 'eleven cranes on the quay', token: session };
    expect(await changePassword(deps, { ...order, next: 'odile@calder.example!' })).toMatchObject({
      refusals: [{ reason: 'text-invalid', field: 'password' }],
    });
    expect(await changePassword(deps, { ...order, current: 'no' })).toEqual({
      ok: false,
      refusals: [{ reason: 'wrong-password' }],
    });
    expect(await changePassword(deps, order)).toEqual({ ok: true });
    expect(await personOf(deps, other.token)).toBeNull();
    expect(await personOf(deps, session)).not.toBeNull();
    expect((await signInAs(deps, odile, { password: order.next })).outcome).toBe('signed-in');
  });

  test('whoever finds an open browser does not guess the password in it for long', async () => {
    const { deps, odile } = await openWithOdile();
    for (let count = 0; count < 5; count += 1) await removeTotp(deps, { by: odile, password: `guess ${count}` });
    expect(await removeTotp(deps, { by: odile, password })).toEqual({
      ok: false,
      refusals: [{ reason: 'too-many', seconds: 1 }],
    });
  });

  test('an authenticator is asked for once its first code was right, and a code works once', async () => {
    const { deps, odile } = await openWithOdile();
    const begun = await beginTotp(deps, odile);
    if (!begun.ok) expect.fail();
    expect(begun.address).toMatch(/^otpauth:\/\/totp\/news\.calder\.example:odile%40calder\.example\?/);
    expect((await signInAs(deps, odile)).outcome).toBe('signed-in');
    const codeAt = (seconds: number) => {
      return TOTP.generate({
        secret: new TOTP({ secret: begun.secret }).secret,
        timestamp: Date.parse(deps.clock.now()) + seconds * 1_000,
      });
    };
    expect(await confirmTotp(deps, { by: odile, code: '000000' })).toMatchObject({
      refusals: [{ reason: 'wrong-code' }],
    });
    const confirmed = await confirmTotp(deps, { by: odile, code: codeAt(0) });
    if (!confirmed.ok) expect.fail();
    expect(await beginTotp(deps, odile)).toMatchObject({ refusals: [{ field: 'totp' }] });

    expect(await signInAs(deps, odile)).toEqual({ outcome: 'code-needed' });
    expect(await signInAs(deps, odile, { code: codeAt(0) })).toEqual({ outcome: 'refused' });
    later(deps, 60);
    expect(await signInAs(deps, odile, { code: codeAt(-60) })).toEqual({ outcome: 'refused' });
    expect((await signInAs(deps, odile, { code: codeAt(-30) })).outcome).toBe('signed-in');
    expect((await signInAs(deps, odile, { code: codeAt(30) })).outcome).toBe('signed-in');
    expect(await signInAs(deps, odile, { code: codeAt(0) })).toEqual({ outcome: 'refused' });

    const [code = '', another = ''] = confirmed.recoveryCodes;
    expect(confirmed.recoveryCodes).toHaveLength(10);
    expect((await signInAs(deps, odile, { code: code.toUpperCase().replaceAll('-', ' ') })).outcome).toBe('signed-in');
    expect((await signInAs(deps, odile, { code })).outcome).toBe('refused');
    const renewed = await renewRecoveryCodes(deps, { by: odile, password });
    if (!renewed.ok) expect.fail();
    expect((await signInAs(deps, odile, { code: another })).outcome).toBe('refused');

    expect(await removeTotp(deps, { by: odile, password: 'no' })).toMatchObject({ ok: false });
    expect(await removeTotp(deps, { by: odile, password })).toEqual({ ok: true });
    expect((await signInAs(deps, odile)).outcome).toBe('signed-in');
  });

  test('who has the password and comes from everywhere still does not guess the code', async () => {
    const { deps, odile } = await openWithOdile();
    const begun = await beginTotp(deps, odile);
    if (!begun.ok) expect.fail();
    const timestamp = Date.parse(deps.clock.now());
    await confirmTotp(deps, { by: odile, code: new TOTP({ secret: begun.secret }).generate({ timestamp }) });
    for (let count = 0; count < 5; count += 1) {
      await signInAs(deps, odile, { code: '123456', from: { ...elsewhere, address: `198.51.100.${count}` } });
    }
    expect((await signInAs(deps, odile, { code: '123456' })).outcome).toBe('too-many');
  });

  test('a request for a reset tells nothing, and stands in the log once', async () => {
    const { deps, odile } = await openWithOdile();
    for (const email of ['nobody@calder.example', odile.email, odile.email]) {
      expect(await requestReset(deps, { email, from: home })).toBeUndefined();
    }
    expect((await acts(deps)).filter((act) => act === 'asked-for-reset')).toHaveLength(1);
  });

  test('who is shut out is out at once, and comes back as they were', async () => {
    const { deps, odile } = await openWithOdile();
    const assignments = [{ role: 'administrator', office: null, locale: null }] as const;
    const order = { by: odile, name: 'Ines', email: 'ines@calder.example', language: 'en', assignments };
    const invited = await invite(deps, order);
    if (!invited.ok) expect.fail();
    const session = await join(deps, tokenOf(invited.link));
    const ines = (await personOf(deps, session)) as Person;

    await disablePerson(deps, { by: odile, person: ines.id });
    expect(await personOf(deps, session)).toBeNull();
    expect((await signInAs(deps, ines)).outcome).toBe('refused');
    expect(await makeResetLink(deps, { by: odile, person: ines.id })).toMatchObject({
      refusals: [{ field: 'person' }],
    });
    await enablePerson(deps, { by: odile, person: ines.id });
    expect(await personOf(deps, session)).toBeNull();
    expect((await signInAs(deps, ines)).outcome).toBe('signed-in');
    await expect(disablePerson(deps, { by: odile, person: 'nobody' })).rejects.toMatchObject({
      code: 'PERSON_UNKNOWN',
    });
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstAdministratorLink } from '../../src/people/first-administrator-link.ts';
import { hashPassword } from '../../src/people/password.ts';
import { makeDeskPeople, sessionFor } from '../support/desk-people.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { openSmallDesk } from '../support/small-desk.ts';
import { softwarePasskey } from '../support/software-passkey.ts';

const password = 'seven ferries leave at nine';

async function openWithCast(open: OpenEngine, origin: string | null = null) {
  const engine = await open();
  const desk = await openSmallDesk(engine, { origin });
  const cast = await makeDeskPeople(engine);
  const hash = await hashPassword(password);
  await engine.inTransaction(async (tx) => {
    for (const { id } of Object.values(cast)) await desk.deps.people.changePassword(tx, id, hash);
  });
  const signIn = (email: string, more: object = {}) =>
    desk.ask('POST /desk/api/sign-in', { email, password, code: '' }, more);
  return { engine, desk, signIn, ...cast };
}

eachEngine('the desk over HTTP', (open) => {
  test('the first administrator follows the link, signs out and signs in again', async () => {
    const desk = await openSmallDesk(await open());
    const link = await firstAdministratorLink(desk.deps);
    const token = link?.split('#')[1] ?? '';
    expect(link).toBe(`${desk.origin}/desk/link#${token}`);
    expect((await desk.ask('POST /desk/api/links/look', { token })).body).toEqual({ purpose: 'first-administrator' });

    const order = { token, name: 'Odile', email: ' Odile@Calder.example ', password: 'short' };
    const refused = await desk.ask('POST /desk/api/links/use', order);
    expect(refused).toMatchObject({ status: 409, body: { refusals: [{ reason: 'text-invalid', field: 'password' }] } });
    const joined = await desk.ask('POST /desk/api/links/use', { ...order, password });
    expect(joined).toMatchObject({ status: 200, body: { outcome: 'signed-in' } });
    const spent = { purpose: null, isFirstAwaited: false };
    expect((await desk.ask('POST /desk/api/links/look', { token })).body).toEqual(spent);

    const me = await desk.ask('GET /desk/api/me', {}, joined);
    expect(me.body).toMatchObject({ person: { email: 'odile@calder.example' }, hasPassword: true, hasTotp: false });
    const out = await desk.ask('POST /desk/api/sign-out', {}, joined);
    expect(out.setCookie).toMatch(/^dateline=;.*Expires=Thu, 01 Jan 1970/);
    expect((await desk.ask('GET /desk/api/me', {}, joined)).status).toBe(401);
    const again = { email: 'ODILE@calder.example', password, code: '' };
    expect((await desk.ask('POST /desk/api/sign-in', again)).body).toEqual({ outcome: 'signed-in' });
  });

  test('a link for the first administrator that a restart has replaced is told from one that is spent', async () => {
    const desk = await openSmallDesk(await open());
    const token = (await firstAdministratorLink(desk.deps))?.split('#')[1] ?? '';
    await firstAdministratorLink(desk.deps);
    const told = await desk.ask('POST /desk/api/links/look', { token });
    expect(told.body).toEqual({ purpose: null, isFirstAwaited: true });
  });

  test('over TLS the cookie is bound to this host; scripts never see it', async () => {
    const secure = await openWithCast(open, 'https://news.calder.example');
    const signedIn = await secure.signIn('mara@calder.example');
    expect(signedIn.setCookie).toMatch(/^__Host-dateline=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect((await secure.desk.ask('GET /desk/api/me', {}, signedIn)).status).toBe(200);

    const plain = await openWithCast(open);
    const { setCookie } = await plain.signIn('mara@calder.example');
    expect(setCookie).toMatch(/^dateline=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('a page of another site cannot act, whoever is signed in', async () => {
    const { desk, signIn } = await openWithCast(open);
    const signedIn = await signIn('odile@calder.example');
    const order = { name: 'Eve', email: 'eve@calder.example', language: 'en', assignments: [] };
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }]) {
      const answer = await desk.ask('POST /desk/api/people/invite', order, { ...signedIn, headers });
      expect(answer).toMatchObject({ status: 403, body: { code: 'NOT_FROM_HERE' } });
      expect((await desk.ask('POST /desk/api/sign-out', {}, { ...signedIn, headers })).status).toBe(403);
    }
    expect((await desk.ask('GET /desk/api/me', {}, signedIn)).status).toBe(200);
  });

  test('the token is new with every sign-in, and the one before is worth nothing', async () => {
    const { desk, signIn } = await openWithCast(open);
    const first = await signIn('mara@calder.example');
    const second = await signIn('mara@calder.example', first);
    expect(second.cookie).not.toBe(first.cookie);
    expect((await desk.ask('GET /desk/api/me', {}, first)).status).toBe(401);
    expect((await desk.ask('GET /desk/api/me', {}, second)).status).toBe(200);
  });

  test('a session that is ended from elsewhere answers 401 at once', async () => {
    const { desk, signIn } = await openWithCast(open);
    const [here, there] = [await signIn('mara@calder.example'), await signIn('mara@calder.example')];
    const { sessions } = (await desk.ask('GET /desk/api/sessions', {}, here)).body as {
      sessions: { id: string; isThis: boolean }[];
    };
    expect(sessions.map(({ isThis }) => isThis).sort()).toEqual([false, true]);
    const other = sessions.find(({ isThis }) => !isThis)?.id ?? '';
    expect((await desk.ask('POST /desk/api/sessions/end', { session: other }, here)).status).toBe(200);
    expect((await desk.ask('GET /desk/api/me', {}, there)).status).toBe(401);
    expect((await desk.ask('GET /desk/api/me', {}, here)).status).toBe(200);
  });

  test('who guesses hears how many seconds to wait', async () => {
    const { desk } = await openWithCast(open);
    const order = { email: 'mara@calder.example', password: 'is it perhaps this one', code: '' };
    for (let count = 0; count < 5; count += 1) await desk.ask('POST /desk/api/sign-in', order);
    const answer = await desk.ask('POST /desk/api/sign-in', order);
    expect(answer).toMatchObject({ status: 200, body: { outcome: 'too-many', seconds: 1 }, setCookie: null });
  });

  test('behind a proxy on this machine the waiting is each reader’s own', async () => {
    const { desk } = await openWithCast(open);
    const order = { email: 'mara@calder.example', password: 'is it perhaps this one', code: '' };
    const from = (address: string) => ({ headers: { 'x-forwarded-for': address } });
    for (let count = 0; count < 6; count += 1) await desk.ask('POST /desk/api/sign-in', order, from('198.51.100.9'));
    const [stranger, owner] = [from('198.51.100.9'), from('192.0.2.1')];
    expect((await desk.ask('POST /desk/api/sign-in', order, stranger)).body).toMatchObject({ outcome: 'too-many' });
    // A stranger may write what they like before what the proxy adds.
    const forged = from('192.0.2.1, 198.51.100.9');
    expect((await desk.ask('POST /desk/api/sign-in', order, forged)).body).toMatchObject({ outcome: 'too-many' });
    const right = { ...order, password };
    expect((await desk.ask('POST /desk/api/sign-in', right, owner)).body).toEqual({ outcome: 'signed-in' });
  });

  test('who is not signed in asks so often and no more, and is heard again a minute later', async () => {
    const { desk, signIn } = await openWithCast(open);
    const signedIn = await signIn('mara@calder.example');
    const ask = () => desk.ask('POST /desk/api/links/look', { token: 'x' });
    const statuses = [];
    for (let count = 0; count < 121; count += 1) statuses.push((await ask()).status);
    expect(statuses.indexOf(429)).toBe(119);
    expect((await ask()).body).toEqual({
      code: 'TOO_MANY_REQUESTS',
      message: 'Too many requests come from your address. Try again in 60 seconds.',
    });
    expect((await desk.ask('GET /desk/api/me', {}, signedIn)).status).toBe(200);
    desk.deps.clock.advanceTo('2026-03-02T09:01:00Z');
    expect((await ask()).status).toBe(200);
  });

  test('no secret is in the log or the audit log', async () => {
    const { desk, engine, odile } = await openWithCast(open);
    const secrets = [password, 'is it perhaps this one', 'eleven cranes on the quay'];
    const cookie = `dateline=${await sessionFor(engine, odile, desk.deps.clock.now())}`;
    secrets.push(cookie.slice(9));
    const invited = { name: 'Nia', email: 'nia@calder.example', language: 'en', assignments: [] };
    const { link } = (await desk.ask('POST /desk/api/people/invite', invited, { cookie })).body as { link: string };
    const token = link.split('#')[1] ?? '';
    const joined = await desk.ask('POST /desk/api/links/use', { token, name: '', email: '', password });
    secrets.push(token, joined.cookie?.slice(9) ?? '');
    await desk.ask('POST /desk/api/sign-in', { email: 'nia@calder.example', password: secrets[1] ?? '', code: '' });
    await desk.ask('POST /desk/api/password', { current: password, next: secrets[2] ?? '' }, joined);
    const begun = await desk.ask('POST /desk/api/totp/begin', {}, joined);
    secrets.push(String(begun.body['secret']));
    await desk.ask('POST /desk/api/links/use', { token: 'x'.repeat(101), name: '', email: '', password });

    const entries = await desk.deps.inTransaction((tx) => desk.deps.audit.read(tx, {}, 100));
    expect(entries.length).toBeGreaterThan(4);
    const written = JSON.stringify([entries, desk.log]);
    for (const secret of secrets) expect(written).not.toContain(secret);
  });

  test('a passkey is added and opens the desk', async () => {
    const { desk, signIn } = await openWithCast(open, 'https://news.calder.example');
    const mara = await signIn('mara@calder.example');
    const passkey = softwarePasskey(desk.origin);
    const begun = await desk.ask('POST /desk/api/passkeys/begin', {}, mara);
    const response = passkey.create(begun.body['options']);
    expect((await desk.ask('POST /desk/api/passkeys/add', { response, name: 'Phone' }, mara)).status).toBe(200);
    const listed = await desk.ask('GET /desk/api/passkeys', {}, mara);
    expect(listed.body['passkeys']).toMatchObject([{ name: 'Phone', usedAt: null }]);

    const asked = await desk.ask('POST /desk/api/passkeys/challenge', {});
    const order = { response: passkey.get(asked.body['options']) };
    const signedIn = await desk.ask('POST /desk/api/passkeys/sign-in', order);
    expect(signedIn.body).toEqual({ outcome: 'signed-in' });
    expect((await desk.ask('GET /desk/api/me', {}, signedIn)).body).toMatchObject({ person: { name: 'Mara' } });
  });

  test('people are kept by those who may, and seen by colleagues once they work here', async () => {
    const { desk, signIn, mara, odile } = await openWithCast(open);
    const [asMara, asOdile] = [await signIn('mara@calder.example'), await signIn('odile@calder.example')];
    const order = { name: 'Nia', email: 'nia@calder.example', language: 'cy', assignments: [] };
    expect(await desk.ask('POST /desk/api/people/invite', order, asMara)).toMatchObject({
      status: 409,
      body: { refusals: [{ reason: 'not-allowed', act: 'keep-people' }] },
    });
    expect((await desk.ask('POST /desk/api/people/invite', order, asOdile)).status).toBe(200);
    const count = async (as: object) =>
      ((await desk.ask('GET /desk/api/people', {}, as)).body['people'] as unknown[]).length;
    expect([await count(asMara), await count(asOdile)]).toEqual([4, 5]);

    const last = { person: odile.id, isDisabled: true };
    expect((await desk.ask('POST /desk/api/people/disable', last, asOdile)).body).toEqual({
      refusals: [{ reason: 'last-administrator' }],
    });
    expect((await desk.ask('POST /desk/api/people/disable', { ...last, person: mara.id }, asOdile)).status).toBe(200);
    expect((await desk.ask('GET /desk/api/me', {}, asMara)).status).toBe(401);
    const nobody = { person: '00000000-0000-7000-8000-000000000000' };
    expect((await desk.ask('POST /desk/api/people/reset', nobody, asOdile)).status).toBe(404);
  });

  test('whatever is sent, the answer is a refusal and never a failure', async () => {
    const { desk, signIn } = await openWithCast(open);
    const cookie = (await signIn('odile@calder.example')).cookie;
    const calls = [
      ['POST /desk/api/sign-in', ['email', 'password', 'code']],
      ['POST /desk/api/links/use', ['token', 'name', 'email', 'password']],
      ['POST /desk/api/links/look', ['token']],
      ['POST /desk/api/reset-requests', ['email']],
      ['POST /desk/api/passkeys/sign-in', ['response']],
      ['POST /desk/api/passkeys/add', ['response', 'name']],
      ['POST /desk/api/people/invite', ['name', 'email', 'language', 'assignments']],
      ['POST /desk/api/people/assign', ['person', 'assignments']],
      ['POST /desk/api/totp/confirm', ['code']],
      ['POST /desk/api/language', ['language']],
      ['POST /desk/api/sessions/end', ['session']],
      ['POST /desk/api/passkeys/remove', ['passkey']],
    ] as const;
    const value = fc.oneof(
      fc.constantFrom('', 'en', 'a@b', 'a\u0000@b', '\ud800', 'x'.repeat(5_000), '2026', null, [], {}),
      fc.string({ unit: 'binary' }),
      fc.jsonValue({ maxDepth: 3 }),
      fc.record({ id: fc.string(), response: fc.record({ clientDataJSON: fc.base64String() }) }),
    );
    const asked = fc.constantFrom(...calls).chain(([name, fields]) => {
      const order = fc.record(Object.fromEntries(fields.map((field) => [field, value])), { requiredKeys: [] });
      return fc.tuple(fc.constant(name), order);
    });
    await fc.assert(
      fc.asyncProperty(asked, fc.ipV4(), async ([name, order], address) => {
        const { status } = await desk.ask(name, order as never, { cookie, headers: { 'x-forwarded-for': address } });
        expect(status).toBeLessThan(500);
      }),
      { numRuns: 150 },
    );
  });
});

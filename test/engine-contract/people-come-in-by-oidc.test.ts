import { expect, test } from 'vitest';
import { disablePerson } from '../../src/people/disable-person.ts';
import { makeDeskPeople, personNamed } from '../support/desk-people.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';
import { cookieBrowser, openOidcHouse } from '../support/oidc-house.ts';
import { openSmallDesk } from '../support/small-desk.ts';

const house = await openOidcHouse();

async function openWithHouse(open: OpenEngine) {
  const engine = await open();
  const settings = {
    issuer: house.issuer,
    clientId: house.clientId,
    clientSecret: house.clientSecret,
    name: 'Calder ID',
  };
  const desk = await openSmallDesk(engine, { oidc: settings });
  house.register(`${desk.origin}/desk/oidc/return`);
  const cast = await makeDeskPeople(engine);
  const come = async (login: string) => {
    const browser = cookieBrowser(login);
    const last = await browser.walk(`${desk.origin}/desk/oidc/begin`);
    const cookie = `dateline=${browser.cookiesOf(desk.origin).get('dateline') ?? ''}`;
    const me = await desk.ask('GET /desk/api/me', {}, { cookie });
    return { browser, path: last.slice(desk.origin.length), person: me.body['person'] as { name: string } | undefined };
  };
  return { desk, come, ...cast };
}

const verified = (email: string) => ({ email, email_verified: true });

eachEngine('the organisation’s own sign-in', (open) => {
  test('lets in whom it vouches for, and knows them again by its own name for them', async () => {
    const { desk, come } = await openWithHouse(open);
    expect((await desk.ask('GET /desk/api/ways-in', {})).body).toEqual({ oidc: 'Calder ID' });
    house.claims.set('m.vane', verified('Mara@calder.example'));
    expect(await come('m.vane')).toMatchObject({ path: '/desk', person: { name: 'Mara' } });

    house.claims.set('m.vane', verified('mara.vane@calder.example'));
    expect(await come('m.vane')).toMatchObject({ path: '/desk', person: { name: 'Mara' } });
    const acts = (await desk.deps.inTransaction((tx) => desk.deps.audit.read(tx, {}, 9))).map(({ act }) => act);
    expect(acts).toEqual(['signed-in', 'signed-in', 'linked-identity']);
  });

  test('makes no account, believes no unverified address, and lets nobody in who was shut out', async () => {
    const { desk, come, tomas, odile } = await openWithHouse(open);
    const refused = { path: '/desk/sign-in?oidc=refused', person: undefined };
    house.claims.set('stranger', verified('stranger@calder.example'));
    expect(await come('stranger')).toMatchObject(refused);
    house.claims.set('ines', { email: 'ines@calder.example', email_verified: false });
    expect(await come('ines')).toMatchObject(refused);
    house.claims.set('tomas', verified('tomas@calder.example'));
    await disablePerson(desk.deps, { by: odile, person: tomas.id });
    expect(await come('tomas')).toMatchObject(refused);
  });

  test('an address that passed to somebody new does not give them the account', async () => {
    const { come } = await openWithHouse(open);
    house.claims.set('old', verified('ines@calder.example'));
    expect(await come('old')).toMatchObject({ path: '/desk' });
    house.claims.set('new', verified('ines@calder.example'));
    expect(await come('new')).toMatchObject({ path: '/desk/sign-in?oidc=refused' });
  });

  test('who is invited joins by it', async () => {
    const { desk, come } = await openWithHouse(open);
    const nia = { ...personNamed('Nia', 5, []), standing: 'invited' } as const;
    await desk.deps.inTransaction((tx) => desk.deps.people.add(tx, nia, desk.deps.clock.now()));
    house.claims.set('nia', verified(nia.email));
    expect(await come('nia')).toMatchObject({ path: '/desk', person: { name: 'Nia', standing: 'active' } });
  });

  test('an answer counts once, in the browser that asked, and unchanged', async () => {
    const { desk } = await openWithHouse(open);
    house.claims.set('m.vane', verified('mara@calder.example'));
    const isBack = (address: string) => address.startsWith(`${desk.origin}/desk/oidc/return`);
    const refusedAt = `${desk.origin}/desk/sign-in?oidc=refused`;
    const browser = cookieBrowser('m.vane');
    const back = await browser.walk(`${desk.origin}/desk/oidc/begin`, isBack);

    expect(await cookieBrowser('m.vane').walk(back)).toBe(refusedAt);
    const other = cookieBrowser('m.vane');
    await other.visit(`${desk.origin}/desk/oidc/begin`);
    expect(await other.walk(back)).toBe(refusedAt);
    const forged = new URL(back);
    forged.searchParams.set('code', 'x'.repeat(43));
    expect(await browser.walk(forged.href)).toBe(refusedAt);
    expect(await browser.walk(back)).toBe(refusedAt);
    expect(browser.cookiesOf(desk.origin).get('dateline')).toBeUndefined();
    const codes = [back, forged.href].map((address) => new URL(address).searchParams.get('code') ?? '');
    for (const code of codes) expect(JSON.stringify(desk.log)).not.toContain(code);
  });

  test('one that does not answer is told, and asked again the next time', async () => {
    const settings = { issuer: 'http://127.0.0.1:9', clientId: 'x', clientSecret: null, name: 'Nowhere' };
    const desk = await openSmallDesk(await open(), { oidc: settings });
    for (const _ of [1, 2]) {
      const last = await cookieBrowser('anybody').walk(`${desk.origin}/desk/oidc/begin`);
      expect(last).toBe(`${desk.origin}/desk/sign-in?oidc=unavailable`);
    }
    expect(desk.log).toHaveLength(2);
  });
});

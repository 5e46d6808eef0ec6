import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Readonly<Record<'Mara' | 'Tomas' | 'Nils' | 'administrator', AtDesk>>;
const password = 'a harbour at low tide';

beforeAll(async () => {
  open = await openPort('en');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'], Tomas: ['editor'], Nils: ['writer'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

/** One more browser of somebody's. */
async function signedIn(name: string, typed = password): Promise<AtDesk> {
  const seat = desk.sit();
  const email = `${name.toLowerCase()}@calder.example`;
  const order = { email, password: typed, code: '' };
  expect(await seat.done('POST /desk/api/sign-in', order)).toEqual({ outcome: 'signed-in' });
  return seat;
}

/** As somebody would who kept the cookie: a browser that was told to drop it no longer sends it. */
const keeping = (cookie: string) => fetch(`${desk.address}/desk/api/me`, { headers: { cookie } });

async function cookieOf(name: string, typed = password): Promise<string> {
  const body = JSON.stringify({ email: `${name.toLowerCase()}@calder.example`, password: typed, code: '' });
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
  const answer = await fetch(`${desk.address}/desk/api/sign-in`, { method: 'POST', body, headers });
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

const statusOf = async (seat: AtDesk) => (await seat.ask('GET /desk/api/work', {})).status;

describe('a session', () => {
  test('ends with signing out, for whoever kept the cookie too, and no other ends with it', async () => {
    const cookie = await cookieOf('Mara');
    expect((await keeping(cookie)).status).toBe(200);
    const seat = await signedIn('Mara');
    const headers = { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    await fetch(`${desk.address}/desk/api/sign-out`, { method: 'POST', body: '{}', headers });
    expect((await keeping(cookie)).status).toBe(401);
    expect(await statusOf(seat)).toBe(200);
  });

  test('ends from another browser of the same person, and of nobody else', async () => {
    const [here, there] = [await signedIn('Mara'), await signedIn('Mara')];
    const { sessions } = await there.done('GET /desk/api/sessions', {});
    const session = sessions.find(({ isThis }) => isThis)?.id ?? '';
    await people.Tomas.done('POST /desk/api/sessions/end', { session });
    await people.administrator.done('POST /desk/api/sessions/end', { session });
    expect(await statusOf(there)).toBe(200);
    await here.done('POST /desk/api/sessions/end', { session });
    expect([await statusOf(there), await statusOf(here)]).toEqual([401, 200]);
  });

  test('ends everywhere but here when the password changes, and the old one opens nothing', async () => {
    const [here, there] = [await signedIn('Tomas'), await cookieOf('Tomas')];
    const next = 'three herring gulls on a mast';
    await here.done('POST /desk/api/password', { current: password, next });
    expect((await keeping(there)).status).toBe(401);
    expect([await statusOf(here), await statusOf(people.Tomas)]).toEqual([200, 401]);
    const order = { email: 'tomas@calder.example', password, code: '' };
    expect(await desk.sit().done('POST /desk/api/sign-in', order)).toEqual({ outcome: 'refused' });
    expect(await statusOf(await signedIn('Tomas', next))).toBe(200);
  });

  test('ends at once for somebody who is shut out, in every kind of address, and is not taken up again', async () => {
    const { administrator } = people;
    const cookie = await cookieOf('Nils');
    const nils = (await administrator.done('GET /desk/api/people', {})).people.find(({ name }) => name === 'Nils');
    const person = nils?.id ?? '';
    const { release } = await people.Nils.done('POST /desk/api/releases', {
      office: 'PORT',
      type: 'news',
      original: 'en',
    });
    const { link } = await people.Nils.done('POST /desk/api/previews', { release, locale: 'en', days: 2 });
    expect((await people.Nils.get(`/desk/preview/${release}/en`)).status).toBe(200);
    await administrator.done('POST /desk/api/people/disable', { person, isDisabled: true });
    expect(await statusOf(people.Nils)).toBe(401);
    expect((await keeping(cookie)).status).toBe(401);
    for (const path of [`/desk/preview/${release}/en`, `/desk/media/${'0'.repeat(64)}/original`]) {
      expect((await fetch(desk.address + path, { headers: { cookie } })).status).toBe(401);
    }
    const headers = { cookie, 'content-type': 'image/jpeg', 'sec-fetch-site': 'same-origin' };
    expect((await fetch(`${desk.address}/desk/api/pictures`, { method: 'POST', body: 'x', headers })).status).toBe(401);
    // He has the link too: it opens nothing any more.
    expect((await desk.sit().get(new URL(link).pathname)).status).toBe(404);
    const order = { email: 'nils@calder.example', password, code: '' };
    expect(await desk.sit().done('POST /desk/api/sign-in', order)).toEqual({ outcome: 'refused' });
    await administrator.done('POST /desk/api/people/disable', { person, isDisabled: false });
    expect((await keeping(cookie)).status).toBe(401);
    expect(await statusOf(await signedIn('Nils'))).toBe(200);
  });

  test('loses a right in the next request after it was taken away', async () => {
    const { administrator } = people;
    const seat = await signedIn('Nils');
    const me = await seat.done('GET /desk/api/me', {});
    const begin = () => seat.ask('POST /desk/api/releases', { office: 'PORT', type: 'news', original: 'en' });
    expect((await begin()).status).toBe(200);
    await administrator.done('POST /desk/api/people/assign', { person: me.person.id, assignments: [] });
    expect((await begin()).answer).toMatchObject({ refusals: [{ reason: 'not-allowed' }] });
    expect((await seat.done('GET /desk/api/releases', {})).texts).toEqual([]);
  });

  test('ends when nobody comes back for half a day', async () => {
    const seat = await signedIn('Mara');
    open.clock.advanceTo('2026-11-24T23:59:00Z');
    expect(await statusOf(seat)).toBe(200);
    open.clock.advanceTo('2026-11-25T12:00:00Z');
    expect(await statusOf(seat)).toBe(401);
  });
});

describe('a cookie', () => {
  test('of one person never acts as another, whoever signs in where', async () => {
    const [mara, odile] = [await cookieOf('Mara'), await cookieOf('Odile')];
    const nameOf = async (cookie: string) => {
      const answer = await keeping(cookie);
      return answer.status === 200 ? (await answer.json()).person.name : answer.status;
    };
    const asked = Array.from({ length: 60 }, (_, index) => nameOf(index % 2 === 0 ? mara : odile));
    expect(await Promise.all(asked)).toEqual(
      Array.from({ length: 60 }, (_, index) => (index % 2 === 0 ? 'Mara' : 'Odile')),
    );
    // Two of one name: whichever counts, it is one of the two and no mixture.
    expect(['Mara', 'Odile']).toContain(await nameOf(`${mara}; ${odile}`));
    const cut = mara.slice(0, -1);
    for (const other of [cut, `${mara}x`, mara.toUpperCase(), mara.replace('=', '=%20'), `${cut}%00`]) {
      expect([other, await nameOf(other)]).toEqual([other, 401]);
    }
  });

  test('that was there before somebody signed in is worth nothing after', async () => {
    const planted = await cookieOf('Mara');
    const headers = { cookie: planted, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' };
    const body = JSON.stringify({ email: 'odile@calder.example', password, code: '' });
    const answer = await fetch(`${desk.address}/desk/api/sign-in`, { method: 'POST', body, headers });
    const own = answer.headers.getSetCookie()[0] ?? '';
    expect(own).toMatch(/^__Host-dateline=[\w-]{40,}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    expect(own).not.toContain(planted);
    expect((await keeping(planted)).status).toBe(401);
  });
});

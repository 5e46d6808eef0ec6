import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AtDesk, castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import type { OpenForReaders } from '../support/open-for-readers.ts';
import { openPort } from '../support/open-port.ts';

let open: OpenForReaders;
let desk: OpenDesk;
let people: Readonly<Record<'Mara' | 'administrator', AtDesk>>;
const email = 'odile@calder.example';

beforeAll(async () => {
  open = await openPort('en');
  desk = await openDesk(open);
  people = await castAt(desk, open.newsroom, { Mara: ['writer'] });
});
afterAll(async () => {
  await desk?.close();
  await open?.close();
});

const tokenIn = (link: string) => link.slice(link.indexOf('#') + 1);
const use = (seat: AtDesk, link: string) =>
  seat.done('POST /desk/api/links/use', { token: tokenIn(link), name: '', email: '', password: 'high water at ten' });

test('the only administrator, who has lost everything, comes in by a link from the console, once, and the log says so', async () => {
  const first = await open.newsroom.letAdministratorIn('Odile@Calder.example');
  const second = await open.newsroom.letAdministratorIn(email);
  if (!first.ok || !second.ok) throw new TypeError('no link was made');
  expect(second.person).toMatchObject({ name: 'Odile', email });
  expect(await use(desk.sit(), first.link)).toEqual({ outcome: 'refused' });

  const seat = desk.sit();
  expect(await use(seat, second.link)).toEqual({ outcome: 'signed-in' });
  expect((await seat.done('GET /desk/api/me', {})).person.email).toBe(email);
  expect((await people.administrator.ask('GET /desk/api/me', {})).status).toBe(401);
  expect(await use(desk.sit(), second.link)).toEqual({ outcome: 'refused' });

  const { entries } = await seat.done('GET /desk/api/audit', { act: 'made-reset-link' });
  expect(entries).toHaveLength(2);
  expect(entries[0]).toMatchObject({ person: null, detail: { name: 'Odile', purpose: 'reset', from: 'console' } });
});

test('who is no administrator, or shut out, is let in by nobody who only has the machine', async () => {
  const writer = await open.newsroom.letAdministratorIn('mara@calder.example');
  expect(writer).toMatchObject({ ok: false, refusals: [{ reason: 'text-invalid', field: 'email' }] });
  expect((await open.newsroom.administrators()).map(({ name }) => name)).toEqual(['Odile']);
});

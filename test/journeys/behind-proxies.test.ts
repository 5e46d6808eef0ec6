import { afterAll, expect, test } from 'vitest';
import { castAt, type OpenDesk, openDesk } from '../support/open-desk.ts';
import { type OpenForReaders, openForReaders } from '../support/open-for-readers.ts';

const opened: { close(): Promise<void> }[] = [];
afterAll(async () => {
  for (const one of opened.reverse()) await one.close();
});

async function openBehind(trustedProxies: readonly string[] | null): Promise<{ open: OpenForReaders; desk: OpenDesk }> {
  const more = { apiRate: 2, ...(trustedProxies === null ? {} : { trustedProxies }) };
  const open = await openForReaders(null, 'http://calder.test', more);
  const desk = await openDesk(open);
  opened.push(open, desk);
  return { open, desk };
}

/** What the server is sent when it stands behind two proxies: one of this machine, and one at 10.0.0.7. */
const through = (client: string) => ({ 'x-forwarded-for': `${client}, 10.0.0.7` });

/** Asks the API, tries to sign in with a wrong password and then with the right one, as one reader and then as another. */
async function seenFrom({ open, desk }: Awaited<ReturnType<typeof openBehind>>) {
  const api = async (client: string) => (await open.get('/api/v1/organisation', through(client))).status;
  const { administrator } = await castAt(desk, open.newsroom, {});
  const signIn = async (client: string, password: string) => {
    const body = JSON.stringify({ email: 'odile@calder.example', password, code: '' });
    const headers = { 'content-type': 'application/json', ...through(client) };
    return (await (await desk.sit().send('/desk/api/sign-in', { method: 'POST', body, headers })).json()).outcome;
  };
  const asked = [await api('192.0.2.1'), await api('192.0.2.1'), await api('192.0.2.1'), await api('192.0.2.2')];
  for (let count = 0; count < 6; count += 1) await signIn('192.0.2.1', 'not this one, I fear');
  const outcomes = [
    await signIn('192.0.2.1', 'a harbour at low tide'),
    await signIn('192.0.2.2', 'a harbour at low tide'),
  ];
  const { entries } = await administrator.done('GET /desk/api/audit', { act: 'sign-in-refused' });
  return { asked, outcomes, logged: [...new Set(entries.map(({ detail }) => detail['address']))] };
}

test('each reader behind the proxies that are named is counted alone, at the API and at the desk, and named in the log', async () => {
  expect(await seenFrom(await openBehind(['loopback', '10.0.0.0/24']))).toEqual({
    asked: [200, 200, 429, 200],
    outcomes: ['too-many', 'signed-in'],
    logged: ['192.0.2.1'],
  });
});

test('of a proxy that nobody named, only its own address is believed', async () => {
  expect(await seenFrom(await openBehind(null))).toEqual({
    asked: [200, 200, 429, 429],
    outcomes: ['too-many', 'too-many'],
    logged: ['10.0.0.7'],
  });
});

test('where nobody is believed, all come from where the connection comes from', async () => {
  expect(await seenFrom(await openBehind([]))).toEqual({
    asked: [200, 200, 429, 429],
    outcomes: ['too-many', 'too-many'],
    logged: ['127.0.0.1'],
  });
});

import type { AnswerOf, CallName, OrderOf } from '../../src/desk/contract.ts';
import type { Role } from '../../src/people/person.ts';
import type { OpenForReaders } from './open-for-readers.ts';

/** The desk over a real socket, for one person: as a browser, with a cookie. */
export interface AtDesk {
  ask<Name extends CallName>(name: Name, order: OrderOf<Name>): Promise<Told<Name>>;
  /** As `ask`, for what must be done. */
  done<Name extends CallName>(name: Name, order: OrderOf<Name>): Promise<AnswerOf<Name>>;
  get(path: string): Promise<Response>;
  post(path: string, body: Uint8Array, headers: Record<string, string>): Promise<Response>;
  /** Anything at all, with the cookie; it comes from the desk's own page unless the headers say otherwise. */
  send(path: string, init: RequestInit): Promise<Response>;
  /** What this browser holds by now. */
  cookies(): readonly { readonly name: string; readonly value: string }[];
}

export type Told<Name extends CallName> =
  | { readonly status: 200; readonly answer: AnswerOf<Name> }
  | { readonly status: number; readonly answer: unknown };

export interface OpenDesk {
  readonly address: string;
  /** Somebody at a browser of their own, not signed in. */
  sit(): AtDesk;
  close(): Promise<void>;
}

/** Listens on this machine. @param wanted 0: any port that is free. */
export async function openDesk({ newsroom }: Pick<OpenForReaders, 'newsroom'>, wanted = 0): Promise<OpenDesk> {
  const server = await newsroom.openServer();
  const { port } = await server.listen({ host: '127.0.0.1', port: wanted });
  const address = `http://127.0.0.1:${port}`;
  return { address, sit: () => sitAt(address), close: () => server.close() };
}

function sitAt(address: string): AtDesk {
  const cookies = new Map<string, string>();
  const send = async (path: string, init: RequestInit): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) };
    const answer = await fetch(address + path, { redirect: 'manual', ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const ask = async <Name extends CallName>(name: Name, order: OrderOf<Name>): Promise<Told<Name>> => {
    const [method = '', path = ''] = name.split(' ');
    const query = new URLSearchParams(Object.entries(order as object).map(([key, value]) => [key, String(value)]));
    const answer =
      method === 'GET'
        ? await send(`${path}?${query}`, {})
        : await send(path, {
            method,
            body: JSON.stringify(order),
            headers: { 'content-type': 'application/json' },
          });
    return { status: answer.status, answer: await answer.json() } as Told<Name>;
  };
  return {
    ask,
    async done(name, order) {
      const { status, answer } = await ask(name, order);
      if (status !== 200) throw new TypeError(`${name} was answered ${status}: ${JSON.stringify(answer)}`);
      return answer as AnswerOf<typeof name>;
    },
    get: (path) => send(path, {}),
    post: (path, body, headers) => send(path, { method: 'POST', body: body as never, headers }),
    send,
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
  };
}

/** Makes the first administrator and the people named, each signed in at a desk of their own. */
export async function castAt<Name extends string>(
  desk: OpenDesk,
  newsroom: OpenForReaders['newsroom'],
  people: Readonly<Record<Name, readonly Role[]>>,
): Promise<{ readonly administrator: AtDesk; readonly [name: string]: AtDesk } & Readonly<Record<Name, AtDesk>>> {
  const administrator = desk.sit();
  const link = await newsroom.firstAdministratorLink();
  const password = 'a harbour at low tide';
  const token = tokenIn(link ?? '');
  const own = { name: 'Odile', email: 'odile@calder.example', password };
  await administrator.done('POST /desk/api/links/use', { token, ...own });
  const seats: Record<string, AtDesk> = { administrator };
  for (const [name, roles] of Object.entries(people) as [Name, readonly Role[]][]) {
    const assignments = roles.map((role) => ({ role, office: null, locale: null }));
    const invited = { name, email: `${name.toLowerCase()}@calder.example`, language: 'en', assignments };
    const { link: invitation } = await administrator.done('POST /desk/api/people/invite', invited);
    const seat = desk.sit();
    await seat.done('POST /desk/api/links/use', { token: tokenIn(invitation), name: '', email: '', password });
    seats[name] = seat;
  }
  return seats as never;
}

function tokenIn(link: string): string {
  return link.slice(link.indexOf('#') + 1);
}

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import type { Engine } from '../../src/database/engine.ts';
import type { CallName, OrderOf } from '../../src/desk/contract.ts';
import type { Handlers } from '../../src/desk/handler.ts';
import { type Desk, openDesk } from '../../src/desk/open-desk.ts';
import { oidcRoutes } from '../../src/desk/people/oidc.route.ts';
import { peopleHandlers } from '../../src/desk/people/people.route.ts';
import { type OidcSettings, openIdentityProvider } from '../../src/people/identity-provider.ts';
import type { PeopleDeps } from '../../src/people/people-deps.ts';
import { personOf } from '../../src/people/person-of-session.ts';
import { type FixedClock, fixedClock } from '../../src/platform/clock.ts';
import { newId } from '../../src/platform/ids.ts';
import { openLog } from '../../src/platform/log.ts';
import { peopleDepsOn } from './people-deps.ts';

/** The people's half of the desk behind a real port, with a log that a test can read. */
export interface SmallDesk {
  readonly deps: PeopleDeps & { readonly clock: FixedClock };
  readonly origin: string;
  readonly port: number;
  readonly log: readonly string[];
  /** Asks as a browser would that holds this cookie. */
  ask<Name extends CallName>(name: Name, order: OrderOf<Name>, more?: Asking): Promise<Heard>;
}

interface Asking {
  readonly cookie?: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Heard {
  readonly status: number;
  readonly body: Record<string, unknown>;
  /** As the server set it; null when it did not. */
  readonly setCookie: string | null;
  /** `name=value`, to be sent with the next. */
  readonly cookie: string | null;
}

interface Wanted {
  /** Null: the server's own address. */
  readonly origin: string | null;
  readonly oidc: OidcSettings | null;
  readonly clock: FixedClock;
}

/** Closed behind the tests of the file. */
export async function openSmallDesk(engine: Engine, wanted: Partial<Wanted> = {}): Promise<SmallDesk> {
  const { clock = fixedClock('2026-03-02T09:00:00Z'), oidc = null } = wanted;
  let desk: Desk | null = null;
  const server = createServer((request, response) => desk?.take(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const origin = wanted.origin ?? address;
  const deps = peopleDepsOn(engine, clock, origin);
  const lines: string[] = [];
  const log = openLog('info', { write: (line) => lines.push(line) });
  const provider = oidc === null ? null : openIdentityProvider(oidc, origin);
  desk = await openDesk({
    handlers: peopleHandlers({ people: deps, provider, build: 'build-1' }) as unknown as Handlers,
    further: [oidcRoutes(deps, provider, log)],
    personOf: (token) => personOf(deps, token),
    tell: async (refusals) => refusals,
    origin,
    build: 'build-1',
    log,
    newRequestId: newId,
  });
  const opened = desk;
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await opened.close();
  });

  return {
    deps,
    origin,
    port,
    log: lines,
    async ask(name, order, { cookie = null, headers = {} } = {}) {
      const [method = '', path = ''] = name.split(' ');
      const body = method === 'GET' ? null : JSON.stringify(order);
      const sent = {
        ...(body === null ? {} : { 'content-type': 'application/json', origin }),
        ...(cookie === null ? {} : { cookie }),
        ...headers,
      };
      const answer = await fetch(`${address}${path}`, { method, headers: sent, body, redirect: 'manual' });
      const setCookie = answer.headers.get('set-cookie');
      const text = await answer.text();
      return {
        status: answer.status,
        body: text.startsWith('{') ? JSON.parse(text) : { text },
        setCookie,
        cookie: setCookie?.split(';')[0] ?? null,
      };
    },
  };
}

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll } from 'vitest';

/** The organisation's own sign-in: a real provider on this machine, at which everybody may say who they are. */
export interface OidcHouse {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it says of an account's e-mail address: by the name that is typed at its door. */
  readonly claims: Map<string, { readonly email: string; readonly email_verified: boolean }>;
  /** The newsroom may be sent back to from now on. */
  register(redirectUri: string): void;
}

export async function openOidcHouse(): Promise<OidcHouse> {
  const server = createServer((request, response) => handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['newsroom', randomBytes(24).toString('hex')];
  const claims: OidcHouse['claims'] = new Map();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  let handle: ReturnType<Provider['callback']> = (_, response) => response.writeHead(503).end();

  return {
    issuer,
    clientId,
    clientSecret,
    claims,
    register(redirectUri) {
      const provider = new Provider(issuer, {
        clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
        claims: { openid: ['sub'], email: ['email', 'email_verified'] },
        cookies: { keys: [randomBytes(16).toString('hex')] },
        jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }] },
        ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
        findAccount: (_: unknown, accountId: string) => ({
          accountId,
          claims: () => ({ sub: accountId, ...claims.get(accountId) }),
        }),
      });
      handle = provider.callback();
    },
  };
}

/** A browser with nothing but cookies: it follows redirects, and fills in the provider's forms. */
export function cookieBrowser(login: string) {
  const jar = new Map<string, Map<string, string>>();

  async function visit(address: string, form: Record<string, string> | null = null): Promise<Response> {
    const { origin } = new URL(address);
    const kept = jar.get(origin) ?? new Map<string, string>();
    jar.set(origin, kept);
    const cookie = [...kept].map(([name, value]) => `${name}=${value}`).join('; ');
    const body = form === null ? null : new URLSearchParams(form);
    const answer = await fetch(address, {
      method: form === null ? 'GET' : 'POST',
      headers: { ...(cookie === '' ? {} : { cookie }) },
      body,
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      kept.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return answer;
  }

  return {
    cookiesOf: (origin: string) => jar.get(origin) ?? new Map<string, string>(),
    visit,

    /** Goes on until nothing sends it further, or (with `until`) up to an address. @returns the last address. */
    async walk(start: string, until: (address: string) => boolean = () => false): Promise<string> {
      let address = start;
      for (let step = 0; step < 20; step += 1) {
        if (until(address)) return address;
        let answer = await visit(address);
        const page = await answer.text();
        const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
        if (answer.status === 200 && action !== undefined) {
          const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
          answer = await visit(new URL(action, address).href, { prompt, login, password: 'any' });
        }
        const next = answer.headers.get('location');
        if (next === null) return address;
        address = new URL(next, address).href;
      }
      return address;
    },
  };
}

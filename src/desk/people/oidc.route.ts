import type { FastifyInstance } from 'fastify';
import type { IdentityProvider } from '../../people/identity-provider.ts';
import type { PeopleDeps } from '../../people/people-deps.ts';
import { beginOidc, OIDC_SECONDS, signInByOidc } from '../../people/sign-in-by-oidc.ts';
import type { Logger } from '../../platform/log.ts';
import { callerAt, hostCookie } from '../session-cookie.ts';
import { heardNowAndThen } from './asked-too-often.ts';

/** Where a browser is sent that was not let in; the desk's own page says why. */
const refusedPath = '/desk/sign-in?oidc=refused';
const unavailablePath = '/desk/sign-in?oidc=unavailable';

/**
 * `GET /desk/oidc/begin` sends a browser to the organisation's own sign-in, `GET /desk/oidc/return` takes it back. Without
 * a provider there is nothing at either.
 */
export function oidcRoutes(
  deps: PeopleDeps,
  provider: IdentityProvider | null,
  log: Logger,
): (app: FastifyInstance) => void {
  const cookie = hostCookie(deps.origin, 'dateline-oidc');
  const callerOf = callerAt(deps.origin);
  const hear = heardNowAndThen(deps.clock);

  return (app) => {
    if (provider === null) return;

    app.get('/desk/oidc/begin', async (request, reply) => {
      hear(callerOf(request, reply));
      try {
        const { address, state } = await beginOidc(deps, provider);
        reply.setCookie(cookie.name, state, { ...cookie.options, maxAge: OIDC_SECONDS });
        return reply.redirect(address, 302);
      } catch (error) {
        log.warn({ problem: problemOf(error), provider: provider.name }, 'the organisation’s sign-in does not answer');
        return reply.redirect(unavailablePath, 302);
      }
    });

    app.get('/desk/oidc/return', async (request, reply) => {
      const caller = callerOf(request, reply);
      const state = request.cookies[cookie.name] ?? null;
      reply.clearCookie(cookie.name, cookie.options);
      try {
        const returned = new URL(request.url, deps.origin);
        const token = await signInByOidc(deps, provider, { returned, state, from: caller, replaces: caller.token });
        if (token === null) return reply.redirect(refusedPath, 302);
        caller.setToken(token);
        return reply.redirect('/desk', 302);
      } catch (error) {
        log.warn({ problem: problemOf(error), provider: provider.name }, 'the organisation’s sign-in was not believed');
        return reply.redirect(refusedPath, 302);
      }
    });
  };
}

/** Only the kind of failure: the error itself holds codes and tokens. */
function problemOf(error: unknown): string {
  const { name = 'unknown', code = '' } = error as { name?: string; code?: unknown };
  return `${name} ${String(code)}`.trim();
}

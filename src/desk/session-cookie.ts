import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Caller } from './handler.ts';

/** Reads who calls; the session's cookie is one that only this host can set, and only over TLS where there is TLS. */
export function callerAt(origin: string): (request: FastifyRequest, reply: FastifyReply) => Caller {
  const { name, options } = hostCookie(origin, 'dateline');
  return (request, reply) => ({
    address: request.ip,
    agent: (request.headers['user-agent'] ?? '').slice(0, 300),
    token: request.cookies[name] ?? null,
    setToken: (token) =>
      void (token === null ? reply.clearCookie(name, options) : reply.setCookie(name, token, options)),
  });
}

/** How a cookie is named and kept: out of reach of scripts and of other sites' requests, and of other hosts over TLS. */
export function hostCookie(origin: string, name: string) {
  const isSecure = origin.startsWith('https:');
  return {
    name: isSecure ? `__Host-${name}` : name,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure } as const,
  };
}

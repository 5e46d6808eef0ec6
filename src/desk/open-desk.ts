import type { IncomingMessage, ServerResponse } from 'node:http';
import cookies from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { proxiesHere } from '../http/proxies.ts';
import type { Person } from '../people/person.ts';
import { Fault } from '../platform/faults.ts';
import type { Logger } from '../platform/log.ts';
import type { DeskRefusal } from '../releases/desk-outcome.ts';
import { buildHeader, type CallName, type Problem, type Refused } from './contract.ts';
import { deskSecurityHeaders } from './desk-security.ts';
import type { Answered, Handlers } from './handler.ts';
import { callerAt } from './session-cookie.ts';

export interface DeskOrder {
  readonly handlers: Handlers;
  /** Routes whose bodies are not JSON: pictures, previews, the application itself. */
  readonly further: readonly ((app: FastifyInstance, desk: SignedInOnly) => void)[];
  /** Who a session's token belongs to; null for one that has ended. */
  readonly personOf: (token: string) => Promise<Person | null>;
  /** Refusals as the contract has them, with names for ids. */
  readonly tell: (refusals: readonly DeskRefusal[]) => Promise<readonly DeskRefusal[]>;
  /** Public origin: its scheme decides how the cookie is kept, and only pages of it may ask. */
  readonly origin: string;
  readonly build: string;
  /** Addresses and networks of proxies whose word is taken for where a request comes from; absent: those of this machine. */
  readonly trustedProxies?: readonly string[];
  readonly log: Logger;
  readonly newRequestId: () => string;
}

/** Asks who is there, for routes of their own kind; answers 401 by itself and gives null then. */
export type SignedInOnly = (request: FastifyRequest, reply: FastifyReply) => Promise<Person | null>;

export interface Desk {
  /** Takes a request whose path begins with `/desk`. */
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** In bytes: a text at its limits, in JSON. */
const MAX_ORDER_BYTES = 4_000_000;

/** Opens the desk's own server: it shares a port with the public half and nothing else. */
export async function openDesk(order: DeskOrder): Promise<Desk> {
  const app = fastify({
    bodyLimit: MAX_ORDER_BYTES,
    requestIdHeader: false,
    genReqId: order.newRequestId,
    trustProxy: [...(order.trustedProxies ?? proxiesHere)],
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 500 },
  });
  await app.register(cookies);
  const callerOf = callerAt(order.origin);

  app.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of deskSecurityHeaders(order.origin)) reply.header(name, value);
    reply.header('cache-control', 'no-store');
    // Nothing has a name with a NUL in it, and PostgreSQL may not even be asked for one.
    if (/%00/.test(request.url)) {
      return problem(reply, 400, 'REQUEST_INVALID', 'The address holds a NUL character. Follow a link of the desk.');
    }
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (!isRead && !isFromHere(request, order.origin)) {
      return problem(
        reply,
        403,
        'NOT_FROM_HERE',
        'This was not sent by a page of the desk. Open the desk and try again.',
      );
    }
    const asksBuild = request.headers[buildHeader];
    if (!isRead && asksBuild !== undefined && asksBuild !== order.build) {
      return problem(reply, 426, 'PAGE_TOO_OLD', 'The newsroom was upgraded. What you typed is kept; reload the page.');
    }
  });
  app.setErrorHandler((error, request, reply) => answerFailure(order, error, request, reply));
  app.setNotFoundHandler((_, reply) => problem(reply, 404, 'NOT_FOUND', 'There is nothing at this address.'));

  const whoIs = async (request: FastifyRequest, reply: FastifyReply): Promise<Person | null> => {
    const { token } = callerOf(request, reply);
    const person = token === null ? null : await order.personOf(token);
    if (person === null) await problem(reply, 401, 'NOT_SIGNED_IN', 'Sign in first.');
    return person;
  };
  for (const [name, handler] of Object.entries(order.handlers)) {
    const [method = '', url = ''] = (name as CallName).split(' ');
    app.route({
      method: method as 'GET',
      url,
      handler: async (request, reply) => {
        const person = 'answer' in handler ? await whoIs(request, reply) : null;
        if ('answer' in handler && person === null) return reply;
        const wanted = Value.Convert(handler.order, (method === 'GET' ? request.query : request.body) ?? {});
        if (!Value.Check(handler.order, wanted)) {
          const [first] = Value.Errors(handler.order, wanted);
          const where = first === undefined ? '' : `${first.instancePath || 'the order'} ${first.message}`;
          return problem(reply, 400, 'ORDER_INVALID', `The order is not well formed: ${where}.`);
        }
        const asked = { order: wanted as never, caller: callerOf(request, reply) };
        const outcome: Answered<CallName> =
          'answer' in handler
            ? await handler.answer({ ...asked, person: person as Person })
            : await handler.answerAnyone(asked);
        if (outcome.ok) return reply.code(200).send(outcome.answer);
        const refused: Refused = { refusals: await order.tell(outcome.refusals) };
        return reply.code(409).send(refused);
      },
    });
  }
  for (const add of order.further) add(app, whoIs);
  await app.ready();

  return {
    take: (request, response) => app.routing(request, response),
    close: () => app.close(),
  };
}

/** Browsers say where a request comes from; who says nothing is no browser, and has no cookie of somebody else's. */
function isFromHere(request: FastifyRequest, origin: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin';
  const from = request.headers['origin'];
  return from === undefined || from === origin || from.replace(/^https?:\/\//, '') === request.headers.host;
}

function answerFailure(order: DeskOrder, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof Fault && error.status < 500) return problem(reply, error.status, error.code, error.message);
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status >= 400 && status < 500) {
    return problem(reply, status, 'REQUEST_INVALID', 'The request could not be read. Reload the page and try again.');
  }
  order.log.error({ err: error, requestId: request.id, url: request.url }, 'the desk could not answer');
  return problem(
    reply,
    500,
    'FAILED',
    `Something went wrong here, not with you. Try again; report ${request.id} if it stays.`,
  );
}

function problem(reply: FastifyReply, status: number, code: string, message: string) {
  const body: Problem = { code, message };
  return reply.code(status).send(body);
}

import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { groupByShape } from './matched-routes.ts';
import { wantsGzip } from './negotiate.ts';
import { type PackedPage, send, sentTo, unzipped } from './packed-page.ts';
import { type ProblemDeps, type ProblemStatus, problemAnswer, statusOf } from './problem-answer.ts';
import { proxiesHere } from './proxies.ts';
import { LONGEST_URL, pathOf, queryOf } from './public-path.ts';
import { refuseBroken } from './refuse-broken.ts';
import type { RenderPage } from './render-page.ts';
import type { Route, Visit } from './route.ts';

export interface RouterOrder extends ProblemDeps {
  readonly routes: readonly Route[];
  readonly render: RenderPage;
  readonly newRequestId: () => string;
  readonly trustedProxies?: readonly string[];
  /** Makes the server whose unanswered requests go `onward` to the router. */
  readonly server: (onward: (request: IncomingMessage, response: ServerResponse) => void) => Server;
}

export interface Router {
  listen(host: string, port: number): Promise<AddressInfo>;
  visit(asked: {
    method: string;
    url: string;
    headers: Record<string, string>;
  }): Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
  close(): Promise<void>;
}

/** Leads each request to the surface that has its address, and whatever has none, or fails, to a problem page. */
export async function openRouter(order: RouterOrder): Promise<Router> {
  const refuse = async (request: FastifyRequest, reply: FastifyReply, status: ProblemStatus) => {
    const page = await problemAnswer(order, { status, ...asked(request), zip: zipFor(request) });
    answerWith(request, reply, page);
  };
  const app = fastify({
    serverFactory: order.server,
    routerOptions: { maxParamLength: LONGEST_URL },
    exposeHeadRoutes: false,
    trustProxy: [...(order.trustedProxies ?? proxiesHere)],
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: order.newRequestId,
    frameworkErrors: (_error, request, reply) =>
      void refuse(request, reply, request.url.length > LONGEST_URL ? 414 : 400),
    clientErrorHandler: (error, socket) => void refuseBroken(order, { error, socket, requestId: order.newRequestId() }),
  });

  app.addHook('onRequest', async (request, reply) => {
    if (request.raw.url !== undefined && request.raw.url.length > LONGEST_URL) return refuse(request, reply, 414);
    // What no route takes has come here too, on its way to the page that says so.
    const isTaken = request.method === 'GET' || request.method === 'HEAD' || !request.is404;
    if (!isTaken) return refuse(request, reply, 405);
  });
  app.addContentTypeParser(
    FORM,
    { parseAs: 'string', bodyLimit: LARGEST_FORM },
    async (_: unknown, text: string) => text,
  );
  for (const { shape, methods, answer } of groupByShape(order.routes)) {
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      if (request.method === 'OPTIONS') return answerPreflight(reply, methods);
      const found = request.params as Readonly<Record<string, string>>;
      const visit = visitOf(request);
      const isPost = visit.method === 'POST';
      // A form's answer is nobody else's: the address alone does not say what was asked.
      const url = isPost ? `${request.url}?` : request.url;
      const page = await order.render({ url, zip: zipFor(request), answer: () => answer(found, visit) });
      if (page === null) return refuse(request, reply, 404);
      answerWith(request, reply, page);
    };
    app.route({ method: [...methods], url: shape, handler });
  }
  app.setNotFoundHandler((request, reply) => refuse(request, reply, 404));
  app.setErrorHandler((error, request, reply) => refuse(request, reply, statusOf(order, error, asked(request))));
  await app.ready();

  return {
    listen: async (host, port) => {
      await app.listen({ host, port });
      return app.server.address() as AddressInfo;
    },
    visit: ({ method, url, headers }) => visit(app, { method, url, headers }),
    close: () => close(app),
  };
}

function asked(request: FastifyRequest): { path: string; acceptLanguage: string; requestId: string } {
  const acceptLanguage = request.headers['accept-language'] ?? '';
  return { path: pathOf(request.url), acceptLanguage, requestId: request.id };
}

const FORM = 'application/x-www-form-urlencoded';

/** In bytes. */
const LARGEST_FORM = 65_536;

function visitOf(request: FastifyRequest): Omit<Visit, 'params'> {
  return {
    ...asked(request),
    method: request.method as Visit['method'],
    query: queryOf(request.url),
    acceptDatetime: oneOf(request.headers['accept-datetime']),
    authorization: request.headers.authorization ?? '',
    address: request.ip,
    form: typeof request.body === 'string' ? new URLSearchParams(request.body) : null,
  };
}

function oneOf(header: string | string[] | undefined): string {
  return (typeof header === 'string' ? header : header?.[0]) ?? '';
}

/** What a browser asks before a script of another site may send a key. */
function answerPreflight(reply: FastifyReply, methods: readonly string[]): void {
  reply.hijack();
  reply.raw.writeHead(204, {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': methods.join(', '),
    'access-control-allow-headers': 'authorization, accept-datetime, if-none-match',
    'access-control-max-age': '86400',
  });
  reply.raw.end();
}

function zipFor(request: FastifyRequest): boolean {
  return wantsGzip(request.headers['accept-encoding']);
}

/** Past the router's own way of answering, which looks at each header again. */
function answerWith(request: FastifyRequest, reply: FastifyReply, packed: PackedPage): void {
  const page = packed.isZipped && !zipFor(request) ? unzipped(packed) : packed;
  reply.hijack();
  send(reply.raw, request.method, sentTo(page, request.headers['if-none-match']));
}

async function visit(
  app: FastifyInstance,
  asked: { method: string; url: string; headers: Record<string, string> },
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
  const answered = await app.inject({ method: asked.method as 'GET', url: asked.url, headers: asked.headers });
  // What node:http adds belongs to the connection, and here there is none.
  const { connection: _, date: __, ...headers } = answered.headers;
  const named = Object.entries(headers).map(([name, value]) => [name, String(value)]);
  return { status: answered.statusCode, headers: Object.fromEntries(named), body: answered.rawPayload };
}

const LONGEST_GOODBYE_MS = 10_000;

async function close(app: FastifyInstance): Promise<void> {
  const goodbye = setTimeout(() => app.server.closeAllConnections(), LONGEST_GOODBYE_MS);
  await app.close();
  clearTimeout(goodbye);
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Fault } from '../platform/faults.ts';
import type { Logger } from '../platform/log.ts';
import type { Change, Keeping } from './known-changes.ts';
import { wantsGzip } from './negotiate.ts';
import type { Neighbour } from './neighbour.ts';
import { bytesOf, type Sent, send, sentTo, unzipped } from './packed-page.ts';
import { type KeptPage, openPageCache, type PageCache } from './page-cache.ts';
import type { PageFiles } from './page-files.ts';
import { pageRenderer } from './render-page.ts';
import type { ProblemPages, Route } from './route.ts';
import { openRouter } from './router.ts';
import { securityHeaders } from './security-headers.ts';

export interface ServerOrder {
  readonly routes: readonly Route[];
  readonly problems: ProblemPages;
  /** Of the published half; no page is sent under a version that changed what it was rendered from. */
  readonly version: () => number | Promise<number>;
  /** How pages outlive a version; absent: with each one all of them go. */
  readonly keeping?: Keeping;
  /** The most that rendered pages may take in memory. */
  readonly cacheBytes: number;
  /** Null where no file server stands in front. */
  readonly pageFiles: PageFiles | null;
  readonly log: Logger;
  readonly newRequestId: () => string;
  /** Addresses and networks of proxies whose word is taken for where a request comes from; absent: those of this machine. */
  readonly trustedProxies?: readonly string[];
  /** Public origin; where it is https, browsers are told to stay there. */
  readonly origin?: string;
  /** Asked before every answer: null when nothing is due (one comparison), else what has to happen first. */
  readonly beforeAnswer?: () => Promise<void> | null;
  /** Another server behind the same port, for the paths that begin with its prefix. Nothing of it is kept. */
  readonly neighbour?: Neighbour | null;
}

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface NewsroomServer {
  /** @throws Fault PORT_TAKEN, or SETTING_INVALID for a host or port that cannot be listened on. */
  listen(options: { host: string; port: number }): Promise<{ host: string; port: number }>;
  /** The way of a request without a socket: for tests and measurements. */
  visit(asked: Asked): Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
  /** Lets answers under way finish, for at most 10 seconds. Safe to run twice. */
  close(): Promise<void>;
}

/** Opens the one door for readers: pages that are kept are answered before the router hears of them. */
export async function openServer(order: ServerOrder): Promise<NewsroomServer> {
  const common = securityHeaders(order.origin ?? '');
  const { changesAfter, noting } = order.keeping ?? keepingNothing;
  const cache = openPageCache(order.cacheBytes);
  const version = () => caughtUp(cache, order.version(), changesAfter);
  const file = (url: string, kept: KeptPage) => putOnFile(order, url, kept);
  const render = pageRenderer({ cache, version, noting, common, onKept: file });

  /** Every microsecond here is paid on every request: one look-up, no promise, nothing allocated. */
  const keptAnswer = (asked: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): Sent | null => {
    const { method, url = '', headers } = asked;
    if (method !== 'GET' && method !== 'HEAD') return null;
    const kept = cache.find(url);
    if (kept === undefined) return null;
    if (order.pageFiles !== null && kept.filedAt !== kept.version) file(url, kept);
    const page = wantsGzip(headers['accept-encoding']) ? kept.page : unzipped(kept.page);
    return sentTo(page, headers['if-none-match']);
  };

  const server = (onward: Onward) =>
    createServer(limits, (request, response) => {
      const { neighbour, beforeAnswer } = order;
      if (neighbour != null && isBelow(request.url, neighbour.prefix)) return neighbour.take(request, response);
      const first = beforeAnswer?.() ?? null;
      if (first !== null) return void first.finally(() => answer(request, response, onward));
      answer(request, response, onward);
    });

  const answer = (request: IncomingMessage, response: ServerResponse, onward: Onward): void => {
    const through = (now: number | null) => {
      const sent = now === null ? null : keptAnswer(request);
      if (sent === null) return onward(request, response);
      send(response, request.method, sent);
    };
    const now = versionOrNull(version);
    if (now === null || typeof now === 'number') return through(now);
    // The router asks again, and hears the failure where it can be answered.
    now.then(through, () => through(null));
  };

  const router = await openRouter({ ...order, common, render, server });

  return {
    listen: ({ host, port }) => listen(router, host, port),
    visit: async (asked) => {
      const headers = Object.fromEntries(
        Object.entries(asked.headers).map(([name, value]) => [name.toLowerCase(), value]),
      );
      await order.beforeAnswer?.();
      const now = await Promise.resolve(versionOrNull(version)).catch(() => null);
      const sent = now === null ? null : keptAnswer({ ...asked, headers });
      if (sent === null) return router.visit({ ...asked, headers });
      return {
        status: sent.status,
        headers: named(sent.headers),
        body: asked.method === 'HEAD' ? Buffer.alloc(0) : bytesOf(sent),
      };
    },
    close: () => router.close(),
  };
}

type Onward = (request: IncomingMessage, response: ServerResponse) => void;

/** Against clients that send slowly, endlessly or too much. Idle connections outlive those of a proxy in front (60 s). */
const limits = {
  maxHeaderSize: 16_384,
  headersTimeout: 10_000,
  // A picture on its way to the desk over a slow line; whoever sends headers slowly is ended before.
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 72_000,
};

function isBelow(url: string | undefined, prefix: string): boolean {
  if (url === undefined || !url.startsWith(prefix)) return false;
  const next = url[prefix.length];
  return next === undefined || next === '/' || next === '?';
}

/** Each version changes anything. */
const keepingNothing: Keeping = {
  changesAfter: () => [],
  noting: async (work) => ({ outcome: await work(), readFrom: null }),
};

/** The version that is public now, after the cache has heard what it changed. A number at once where asking takes no time. */
function caughtUp(
  cache: PageCache,
  asked: number | Promise<number>,
  changesAfter: Keeping['changesAfter'],
): number | Promise<number> {
  if (typeof asked !== 'number') return asked.then((now) => caughtUp(cache, now, changesAfter));
  const { version } = cache;
  if (version === asked) return asked;
  const learn = (changes: readonly Change[]) => {
    cache.learn(asked, changes);
    return asked;
  };
  const changes = version === null ? [] : changesAfter(version);
  return changes instanceof Promise ? changes.then(learn) : learn(changes);
}

function versionOrNull(version: () => number | Promise<number>): number | Promise<number> | null {
  try {
    return version();
  } catch {
    return null;
  }
}

function putOnFile(order: ServerOrder, url: string, kept: KeptPage): void {
  const { page, version } = kept;
  kept.filedAt = version;
  if (order.pageFiles === null || !page.isZipped || !page.isPlain) return;
  order.pageFiles.write(version, url, bytesOf(page.full), page.type).then(
    (outcome) => {
      // A full queue empties soon, and the next reader of the page brings it back.
      if (outcome === 'busy') kept.filedAt = null;
    },
    (err: unknown) => order.log.warn({ err, url }, 'a page file could not be written; the server answers by itself'),
  );
}

async function listen(
  router: { listen(host: string, port: number): Promise<AddressInfo> },
  host: string,
  port: number,
): Promise<{ host: string; port: number }> {
  try {
    const address = await router.listen(host, port);
    return { host: address.address, port: address.port };
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (code === 'EADDRINUSE') throw new Fault('PORT_TAKEN', { host, port }, { cause });
    const problem = `cannot listen on ${host}, port ${port} (${code}). Choose another host or port.`;
    throw new Fault('SETTING_INVALID', { setting: 'host and port', problem }, { cause });
  }
}

function named(headers: readonly string[]): Record<string, string> {
  const byName: Record<string, string> = {};
  for (let at = 0; at < headers.length; at += 2) byName[headers[at] ?? ''] = headers[at + 1] ?? '';
  return byName;
}

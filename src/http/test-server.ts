import type { Logger } from '../platform/log.ts';
import { type NewsroomServer, openServer, type ServerOrder } from './open-server.ts';
import type { Answer, ProblemPages, Route } from './route.ts';

/** For the tests of this folder: given to `openTestServer`, it answers with a text that names the version it was read from. */
export const list: Route = { name: 'list', path: '/:locale', answer: async () => null };

export async function openTestServer(routes: readonly Route[], changes: Partial<ServerOrder> = {}) {
  const state = { version: 1 };
  const renderings: string[] = [];
  const logged: object[] = [];
  const log: Logger = { info: () => {}, warn: () => {}, error: (detail) => logged.push(detail) };
  const problems: ProblemPages = {
    problem: async ({ status, path, acceptLanguage, requestId }) => ({
      type: 'text/html; charset=utf-8',
      body: `${status} for ${acceptLanguage} at ${path}, ${requestId}`,
    }),
  };
  const answer: Route['answer'] = async (visit) => {
    renderings.push(visit.path);
    return html(textOf(visit.path, state.version));
  };
  let requests = 0;
  const server = await openServer({
    routes: routes.map((route) => (route === list ? { ...list, answer } : route)),
    ...{ problems, log, pageFiles: null, cacheBytes: 1_000_000, version: () => state.version },
    newRequestId: () => `request-${++requests}`,
    ...changes,
  });
  opened.push(server);
  const get = (url: string, headers: Record<string, string> = {}) => server.visit({ method: 'GET', url, headers });
  return { server, get, state, renderings, logged };
}

export function textOf(path: string, version: number): string {
  return `<p>${path} of version ${version}</p>${'<p>The ferry leaves at nine.</p>'.repeat(60)}`;
}

export function html(body: string, headers: Record<string, string> = {}): Answer {
  return { status: 200, type: 'text/html; charset=utf-8', body, headers, keep: true };
}

const opened: NewsroomServer[] = [];

export async function closeTestServers(): Promise<void> {
  for (const server of opened.splice(0)) await server.close();
}

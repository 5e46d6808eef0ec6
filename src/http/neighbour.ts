import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../platform/log.ts';

/** Another server behind the same port: it has the paths that begin with its prefix, and nothing of it is kept. */
export interface Neighbour {
  /** `/desk` */
  readonly prefix: string;
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
}

interface Opened {
  readonly take: Neighbour['take'];
  close(): Promise<void>;
}

/** A neighbour that is opened when it is first asked: a newsroom that only serves readers does without it. */
export function openNeighbour(
  prefix: string,
  open: () => Promise<Opened>,
  log: Logger,
): Neighbour & { close(): Promise<void> } {
  let opening: Promise<Opened> | null = null;
  const opened = () => {
    // After a failure the next request tries again.
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return opening;
  };
  return {
    prefix,
    take: (request, response) =>
      void opened().then(
        ({ take }) => take(request, response),
        (err: unknown) => {
          log.error({ err }, `what is behind ${prefix} could not be opened`);
          response.writeHead(503, { 'content-length': 0, 'retry-after': '5' }).end();
        },
      ),
    close: async () => (await opening)?.close(),
  };
}

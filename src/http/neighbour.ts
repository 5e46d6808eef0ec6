import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
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

interface Ways {
  /** Loads it a piece at a time. @param pause comes before each piece. */
  readonly load: (pause: () => Promise<void>) => Promise<unknown>;
  readonly open: () => Promise<Opened>;
}

/** Whoever asked the server next door while a piece was loaded is answered before the next. */
const PAUSE_MILLISECONDS = 2;

/** A neighbour that is loaded and opened when it is first asked: a newsroom that only serves readers does without its memory. */
export function openNeighbour(
  prefix: string,
  { load, open }: Ways,
  log: Logger,
): Neighbour & { close(): Promise<void> } {
  let opening: Promise<Opened> | null = null;
  const pause = () => setTimeout(PAUSE_MILLISECONDS);
  const opened = () => {
    opening ??= load(pause)
      .then(open)
      .catch((error: unknown) => {
        // The next request tries again.
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

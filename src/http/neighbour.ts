import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Logger } from '../platform/log.ts';

/** Another server behind the same port: it has the paths that begin with its prefix, and nothing of it is kept. */
export interface Neighbour {
  /** `/desk` */
  readonly prefix: string;
  readonly take: (request: IncomingMessage, response: ServerResponse) => void;
  /** Loads it beside the answers to readers, so that its first request need not. */
  prepare(): Promise<void>;
}

interface Opened {
  readonly take: Neighbour['take'];
  close(): Promise<void>;
}

interface Ways {
  /** Loads it a piece at a time. @param pause comes before each piece: whether to go on. */
  readonly load: (pause: () => Promise<boolean>) => Promise<unknown>;
  readonly open: () => Promise<Opened>;
}

/** Before each piece: a reader is answered in a few. */
const PAUSE_MILLISECONDS = 50;

/** A neighbour that is opened when it is first asked: a start does without it. */
export function openNeighbour(
  prefix: string,
  { load, open }: Ways,
  log: Logger,
): Neighbour & { close(): Promise<void> } {
  let opening: Promise<Opened> | null = null;
  let isClosed = false;
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
    async prepare() {
      const pause = async () => {
        await setTimeout(PAUSE_MILLISECONDS, null, { ref: false });
        return !isClosed;
      };
      await load(pause).catch((err: unknown) => log.error({ err }, `what is behind ${prefix} could not be loaded`));
    },
    async close() {
      isClosed = true;
      await (await opening)?.close();
    },
  };
}

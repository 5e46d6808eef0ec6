import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileBody, StreamBody } from './route.ts';

export type SentAsRead = FileBody | StreamBody;

/** Whoever takes nothing for so long has gone, and holds a file open in vain. In milliseconds. */
const LONGEST_PAUSE = 60_000;

/**
 * Sends a file, or what is made meanwhile, as it is read: however large, it takes little memory. A file that is not there any
 * more was replaced while it was asked for; whoever asks again gets the new one. What fails in the middle breaks the
 * connection, so that nobody takes a part for the whole.
 */
export async function sendAsRead(
  response: ServerResponse,
  {
    status,
    headers,
    body,
  }: { readonly status: number; readonly headers: readonly string[]; readonly body: SentAsRead },
): Promise<void> {
  const source = await opened(body);
  if (source === null) {
    response.writeHead(503, { 'content-length': 0, 'retry-after': '1', 'cache-control': 'no-store' }).end();
    return;
  }
  response.writeHead(status, headers as string[]);
  response.setTimeout(LONGEST_PAUSE, () => response.destroy());
  // Whoever hangs up in the middle has what they wanted; the pipeline closes the file either way.
  await pipeline(source, response).catch(() => response.destroy());
}

async function opened(body: SentAsRead): Promise<Readable | null> {
  if ('open' in body) return body.open();
  const handle = await open(body.file).catch(() => null);
  return handle?.createReadStream() ?? null;
}

import { open } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FileBody } from './route.ts';

/**
 * Sends a file as it is read: however large, it takes little memory. One that is not there any more was replaced while it
 * was asked for; whoever asks again gets the new one.
 */
export async function sendFile(
  response: ServerResponse,
  { status, headers, file }: { readonly status: number; readonly headers: readonly string[]; readonly file: FileBody },
): Promise<void> {
  const handle = await open(file.file).catch(() => null);
  if (handle === null) {
    response.writeHead(503, { 'content-length': 0, 'retry-after': '1', 'cache-control': 'no-store' }).end();
    return;
  }
  response.writeHead(status, headers as string[]);
  // Whoever hangs up in the middle has what they wanted; the pipeline closes the file either way.
  await pipeline(handle.createReadStream(), response).catch(() => response.destroy());
}

import type { Socket } from 'node:net';
import { type AskedInVain, type ProblemDeps, problemAnswer } from './problem-answer.ts';

/** Answers what is no HTTP request at all, or not one within the limits, and closes the connection. */
export async function refuseBroken(
  deps: ProblemDeps,
  order: { error: Error & { code?: string }; socket: Socket; requestId: string },
): Promise<void> {
  const { error, socket, requestId } = order;
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    return;
  }
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? ([431, 'Request Header Fields Too Large'] as const)
      : ([400, 'Bad Request'] as const);
  const asked: AskedInVain = { status, path: '/', acceptLanguage: '', requestId, zip: false };
  const { full } = await problemAnswer(deps, asked);
  const headers = [];
  for (let at = 0; at < full.headers.length; at += 2) headers.push(`${full.headers[at]}: ${full.headers[at + 1]}\r\n`);
  if (socket.writable) {
    socket.write(`HTTP/1.1 ${status} ${reason}\r\nconnection: close\r\n${headers.join('')}\r\n`);
    socket.end(full.body);
  }
}

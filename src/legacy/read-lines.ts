import { Fault } from '../platform/faults.ts';

/** In bytes: servers refuse requests long before that. */
const MAX_LINE_BYTES = 1024 * 1024;

/**
 * The lines of a text of any length, one in memory at a time; what is not UTF-8 becomes U+FFFD.
 *
 * @throws Fault LEGACY_FILE_INVALID for a line of more than 1 MiB.
 */
export async function* readLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<{ number: number; text: string }> {
  let number = 1;
  let rest: Uint8Array[] = [];
  let size = 0;
  const line = () => ({ number: number++, text: Buffer.concat(rest).toString('utf8').trim() });
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      rest.push(chunk.subarray(from, end));
      yield line();
      rest = [];
      size = 0;
      from = end + 1;
    }
    rest.push(chunk.slice(from));
    size += chunk.length - from;
    if (size > MAX_LINE_BYTES) {
      const problem = `it is longer than ${MAX_LINE_BYTES} bytes. Give a list of addresses, a sitemap or an access log.`;
      throw new Fault('LEGACY_FILE_INVALID', { line: number, problem });
    }
  }
  if (size > 0) yield line();
}

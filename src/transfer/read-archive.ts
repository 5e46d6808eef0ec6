import { Fault } from '../platform/faults.ts';
import { type ArchiveLine, type FileLine, problemOf } from './archive-line.ts';

/** In bytes. A picture of 40 MB in base64 fits; a file without line breaks is refused before it fills the memory. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

export interface NumberedLine {
  /** 1-based line of the file. */
  readonly number: number;
  readonly line: ArchiveLine;
  /** Its length in the file. */
  readonly bytes: number;
}

/**
 * Reads an NDJSON archive, one line in memory at a time. Empty lines are passed over, the first and last line of an export
 * are not told; a file that begins with the first must end with the last.
 *
 * @throws Fault IMPORT_LINE_INVALID with the line and what to write instead.
 */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<NumberedLine> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const frame = openFrame();
  for await (const { number, raw, ended } of splitLines(bytes)) {
    const text = decodeLine(decoder, number, raw).trim();
    if (text === '') continue;
    const line = parseLine(number, text, ended);
    if (frame.isTold(number, line)) yield { number, line, bytes: raw.length };
  }
  frame.end();
}

/** Counts the lines between an export's first and last. Files of other programs have neither. */
function openFrame() {
  let inside: number | null = null;
  let last = 0;
  return {
    isTold(number: number, line: FileLine): line is ArchiveLine {
      last = number;
      if (line.kind === 'archive') {
        if (inside !== null)
          throw refused(number, `another archive begins here, and the one above has no end. ${again}`);
        inside = 0;
        return false;
      }
      if (line.kind !== 'end') {
        if (inside !== null) inside += 1;
        return true;
      }
      if (inside !== line.lines) {
        throw refused(
          number,
          `it ends an archive of ${line.lines} lines, and ${inside === null ? 'its first line is missing' : `${inside} stand above`}. ${again}`,
        );
      }
      inside = null;
      return false;
    },

    end(): void {
      if (inside !== null)
        throw refused(last, `the archive has no last line ("end"), so it was cut off here. ${again}`);
    },
  };
}

const again = 'Fetch it again, whole; where you took lines out yourself, take out its first and last line, too.';

function parseLine(number: number, text: string, ended: boolean): FileLine {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch (cause) {
    const cut = ended ? '' : ' The file seems to be cut off here: fetch it again, whole.';
    throw refused(number, `it is not JSON: ${(cause as Error).message.slice(0, 120)}.${cut}`);
  }
  const problem = problemOf(line);
  if (problem !== null) throw refused(number, problem);
  return line as FileLine;
}

function decodeLine(decoder: TextDecoder, number: number, raw: Uint8Array): string {
  const nul = raw.indexOf(0);
  if (nul !== -1) throw refused(number, `byte ${nul + 1} is NUL. This is not a text file.`);
  try {
    return decoder.decode(raw);
  } catch {
    throw refused(number, 'it is not UTF-8. Convert the file first: iconv -f … -t UTF-8.');
  }
}

async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ number: number; raw: Uint8Array; ended: boolean }> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of bytes) {
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      parts.push(chunk.subarray(from, end));
      yield {
        number: number++,
        raw: parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts),
        ended: true,
      };
      parts = [];
      size = 0;
      from = end + 1;
    }
    if (from === chunk.length) continue;
    parts.push(chunk.slice(from));
    size += chunk.length - from;
    if (size > MAX_LINE_BYTES)
      throw refused(number, 'it is longer than 64 MiB. An archive has one JSON object a line.');
  }
  if (size > 0) yield { number, raw: Buffer.concat(parts), ended: false };
}

export function refused(line: number, problem: string): Fault {
  return new Fault('IMPORT_LINE_INVALID', { line, problem });
}

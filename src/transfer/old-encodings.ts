import { isUtf8 } from 'node:buffer';
import { Fault } from '../platform/faults.ts';

/** What texts were written in before UTF-8, by the names of the Encoding Standard: `gbk`, `windows-1252`. */
export type OldEncoding = string;

/** Encodings whose characters take two bytes of the same kind that two-byte characters of UTF-8 have. */
const inPairs = new Set(['gbk', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']);

/** @returns null for a label that names none; `utf-8` for those of UTF-16 too, as browsers read a page that says so in bytes. */
export function encodingNamed(label: string): OldEncoding | 'utf-8' | null {
  try {
    const { encoding } = new TextDecoder(label.trim());
    if (encoding === 'x-user-defined') return 'windows-1252';
    return encoding.startsWith('utf-') ? 'utf-8' : encoding;
  } catch {
    return null;
  }
}

/** Where a line stands in its file. */
export interface LinePlace {
  readonly line: number;
  /** Of the line's first byte in the file. */
  readonly offset: number;
  /** The file ends with this line. */
  readonly last: boolean;
}

/**
 * Decodes one line. No byte of a character of these encodings is a line break, so that lines can be cut before.
 *
 * @throws Fault IMPORT_ENCODING for bytes that the encoding does not have, IMPORT_TRUNCATED where the file ends inside a character.
 */
export function decodeOld(encoding: OldEncoding, bytes: Uint8Array, at: LinePlace): string {
  const text = wholeLine(encoding, bytes);
  if (text !== null) return text;
  if (at.last && decoded(encoding, bytes, true) !== null) throw new Fault('IMPORT_TRUNCATED', { line: at.line });
  const index = firstBadByte(encoding, bytes);
  const code = (bytes[index] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  throw new Fault('IMPORT_ENCODING', {
    line: at.line,
    byte: at.offset + index + 1,
    problem: `0x${code} is not ${encoding}`,
  });
}

/** To open one takes longer than to decode a line. */
const decoders = new Map<OldEncoding, TextDecoder>();

function wholeLine(encoding: OldEncoding, bytes: Uint8Array): string | null {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding, { fatal: true });
  decoders.set(encoding, decoder);
  try {
    return withoutControls(decoder.decode(bytes));
  } catch {
    decoders.delete(encoding);
    return null;
  }
}

/** Null where bytes are wrong. @param stream they may end inside a character. */
function decoded(encoding: OldEncoding, bytes: Uint8Array, stream: boolean): string | null {
  try {
    return withoutControls(new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream }));
  } catch {
    return null;
  }
}

/** For bytes that nobody wrote a text with these encodings give C1 controls. */
function withoutControls(text: string): string | null {
  return /[\u0080-\u009f]/.test(text) ? null : text;
}

/** Of the shortest beginning that is wrong, the last byte. */
function firstBadByte(encoding: OldEncoding, bytes: Uint8Array): number {
  let [good, bad] = [0, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decoded(encoding, bytes.subarray(0, middle), true) === null) bad = middle;
    else good = middle;
  }
  return bad - 1;
}

/**
 * Is it UTF-8, whatever it says it is? Texts in other encodings are that by chance only: where each character takes two bytes, a
 * short one of few characters may be, and so one of three bytes must be among them.
 */
export async function isPlainlyUtf8(bytes: AsyncIterable<Uint8Array>, otherwise: OldEncoding): Promise<boolean> {
  const telling = inPairs.has(otherwise) ? 0xe0 : 0x80;
  let isTold = false;
  let rest = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const whole = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfCharacters(whole);
    if (!isUtf8(whole.subarray(0, end))) return false;
    isTold ||= whole.some((byte) => byte >= telling);
    rest = Buffer.from(whole.subarray(end));
  }
  return isTold && rest.length === 0;
}

/** The last three bytes may be the beginning of a character that the next chunk ends. */
function endOfCharacters(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0)
      return byte >= 0xf0 || (byte >= 0xe0 && back < 3) || back < 2 ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

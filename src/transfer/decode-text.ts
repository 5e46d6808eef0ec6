import { isUtf8 } from 'node:buffer';
import { Fault } from '../platform/faults.ts';
import { decodeOld, type LinePlace, type OldEncoding } from './old-encodings.ts';

/** A line of a text file, without its line break. */
export interface TextLine {
  /** 1-based. LF, CR, CRLF, U+2028, U+2029, U+0085, form feed and vertical tab end a line. */
  readonly number: number;
  readonly text: string;
}

/**
 * Bytes of a text file become lines, however the bytes are cut into chunks. UTF-8 with or without a byte order mark;
 * UTF-16 with one, or what it is said to be. Holds at most one line in memory.
 *
 * @param limits.maxLineBytes a longer line is refused as soon as it is longer, not when it ends.
 * @throws Fault IMPORT_NOT_TEXT, IMPORT_XML_NOT_TEXT, IMPORT_NUL, IMPORT_ENCODING, IMPORT_TRUNCATED, IMPORT_LINE_TOO_LONG,
 *   each with the line.
 */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  limits: { readonly maxLineBytes: number; readonly encoding?: OldEncoding | null },
): AsyncGenerator<TextLine> {
  const { encoding = null } = limits;
  let line = 1;
  let offset = 0;
  let size = 0;
  let parts: Uint8Array[] = [];
  let afterReturn = false;

  function* finish(last: boolean): Generator<TextLine> {
    const whole = parts.length === 1 ? (parts[0] as Uint8Array) : Buffer.concat(parts, size);
    for (const text of decodeLine(whole, { line, offset: offset - size, last }, encoding))
      yield { number: line++, text };
    parts = [];
    size = 0;
  }

  for await (const chunk of asUtf8(refuseForeign(bytes))) {
    const mayReturn = chunk.includes(CR);
    let from = afterReturn && chunk[0] === LF ? 1 : 0;
    offset += from;
    if (chunk.length > 0) afterReturn = false;
    while (from < chunk.length) {
      const found = lineEnd(chunk, from, mayReturn);
      const end = found === -1 ? chunk.length : found;
      if (size + end - from > limits.maxLineBytes) {
        throw new Fault('IMPORT_LINE_TOO_LONG', { line, limit: limits.maxLineBytes });
      }
      // A chunk may be a view of a buffer that its source fills again, so the beginning of a line is copied.
      if (end > from) parts.push(found === -1 ? chunk.slice(from) : chunk.subarray(from, end));
      size += end - from;
      offset += end - from;
      if (found === -1) break;
      yield* finish(false);
      const isPair = chunk[end] === CR && chunk[end + 1] === LF;
      from = end + (isPair ? 2 : 1);
      offset += isPair ? 2 : 1;
      afterReturn = chunk[end] === CR && end + 1 === chunk.length;
    }
  }
  if (size > 0) yield* finish(true);
}

const LF = 0x0a;
const CR = 0x0d;

function lineEnd(chunk: Uint8Array, from: number, mayReturn: boolean): number {
  const feed = chunk.indexOf(LF, from);
  if (!mayReturn) return feed;
  const back = chunk.subarray(from, feed === -1 ? chunk.length : feed).indexOf(CR);
  return back === -1 ? feed : from + back;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function decodeLine(bytes: Uint8Array, at: LinePlace, encoding: OldEncoding | null): string[] {
  const nul = bytes.indexOf(0);
  if (nul !== -1) throw new Fault('IMPORT_NUL', { line: at.line, byte: at.offset + nul + 1 });
  if (encoding === null && !isUtf8(bytes)) refuseEncoding(bytes, at);

  const text = encoding === null ? decoder.decode(bytes) : decodeOld(encoding, bytes, at);
  const control = /[\u0001-\u0008\u000e-\u001f\u007f]/.exec(text);
  if (control !== null) {
    const code = control[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    throw new Fault('IMPORT_NOT_TEXT', { line: at.line, problem: `it holds the control character U+${code}` });
  }
  return text.split(/[\u2028\u2029\u0085\f\v]/);
}

function refuseEncoding(bytes: Uint8Array, at: LinePlace): never {
  const bad = firstBadByte(bytes);
  if (at.last && bad.cutOff) throw new Fault('IMPORT_TRUNCATED', { line: at.line });
  const code = (bytes[bad.index] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  throw new Fault('IMPORT_ENCODING', {
    line: at.line,
    byte: at.offset + bad.index + 1,
    problem: `0x${code} is not UTF-8`,
  });
}

/** `cutOff`: everything before is UTF-8 and the bytes end inside a character. */
function firstBadByte(bytes: Uint8Array): { index: number; cutOff: boolean } {
  let good = 0;
  while (good < bytes.length) {
    const lead = bytes[good] as number;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    const character = bytes.subarray(good, good + length);
    if (!isUtf8(character)) {
      const starts = lead >= 0xc2 && lead <= 0xf4;
      const follow = character.subarray(1).every((byte) => byte >= 0x80 && byte <= 0xbf);
      return { index: good, cutOff: starts && follow && good + length > bytes.length };
    }
    good += length;
  }
  return { index: 0, cutOff: false };
}

/** Takes the byte order mark off; UTF-16 becomes UTF-8. */
async function* asUtf8(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sixteen: TextDecoder | null = null;
  let isFirst = true;
  for await (const chunk of bytes) {
    let rest = chunk;
    if (isFirst) {
      isFirst = false;
      if (chunk[0] === 0xff && chunk[1] === 0xfe) sixteen = new TextDecoder('utf-16le', { fatal: true });
      else if (chunk[0] === 0xfe && chunk[1] === 0xff) sixteen = new TextDecoder('utf-16be', { fatal: true });
      else if (chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf) rest = chunk.subarray(3);
    }
    yield sixteen === null ? rest : Buffer.from(decodeSixteen(sixteen, rest));
  }
  if (sixteen !== null) yield Buffer.from(decodeSixteen(sixteen, null));
}

function decodeSixteen(sixteen: TextDecoder, chunk: Uint8Array | null): string {
  try {
    return chunk === null ? sixteen.decode() : sixteen.decode(chunk, { stream: true });
  } catch (cause) {
    const problem = 'it begins as UTF-16 and goes on as something else';
    throw new Fault('IMPORT_ENCODING', { line: 1, byte: 1, problem }, { cause });
  }
}

/** How many bytes are looked at to recognise what is not text at all. */
const HEAD_BYTES = 4096;

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'a PDF document'],
  ['PK\u0003\u0004', 'a ZIP, Word or spreadsheet file'],
  ['\u001f\u008b', 'a gzip archive'],
  ['\u0089PNG', 'a PNG picture'],
  ['\u00ff\u00d8\u00ff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a RIFF media file'],
  ['{\\rtf', 'an RTF document'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Word or spreadsheet file'],
  ['\u007fELF', 'a program'],
  ['BZh', 'a bzip2 archive'],
  ['\u00fd7zXZ', 'an xz archive'],
];

async function* refuseForeign(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] | null = [];
  let size = 0;
  for await (const chunk of bytes) {
    if (held === null) {
      yield chunk;
      continue;
    }
    held.push(chunk.slice());
    size += chunk.length;
    if (size < HEAD_BYTES) continue;
    const head = Buffer.concat(held);
    held = null;
    refuseHead(head);
    yield head;
  }
  if (held === null || size === 0) return;
  const head = Buffer.concat(held);
  refuseHead(head);
  yield head;
}

function refuseHead(whole: Buffer): void {
  const head = whole.subarray(0, HEAD_BYTES);
  const latin = head.toString('latin1');
  const known = signatures.find(([start]) => latin.startsWith(start));
  if (known !== undefined) throw new Fault('IMPORT_NOT_TEXT', { line: 1, problem: known[1] });
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return;

  const zeros = head.filter((byte) => byte === 0).length;
  if (zeros > 0 && zeros * 2.5 > head.length && head.length > 3) {
    const kind = head[0] === 0 ? 'UTF-16BE' : 'UTF-16LE';
    throw new Fault('IMPORT_ENCODING', { line: 1, byte: 1, problem: `it looks like ${kind} without its mark` });
  }
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  if (controls > 8 && controls * 20 > head.length) {
    throw new Fault('IMPORT_NOT_TEXT', { line: 1, problem: 'every twentieth byte or more is a control character' });
  }
  refuseXml(head.toString('utf8').replace(/^\ufeff/, ''));
}

/** XML is anything that opens with a declaration or an unknown element; XHTML is HTML. */
function refuseXml(head: string): void {
  const blank = head.length - head.trimStart().length;
  const start = head.slice(blank);
  if (!/^<[?!\p{L}]/u.test(start) || /<html[\s>]/i.test(start) || /^<!doctype\s+html/i.test(start)) return;
  const root = /<([\p{L}_][\p{L}\p{N}_.:-]*)/u.exec(start.replace(/<!--[\s\S]*?-->/g, ''))?.[1] ?? 'unknown';
  if (!start.startsWith('<?xml') && htmlElements.test(root)) return;
  const line = head.slice(0, blank).split('\n').length;
  if (start.startsWith('<?xml') || /[\s/>]/.test(start[root.length + 1] ?? ''))
    throw new Fault('IMPORT_XML_NOT_TEXT', { line, root });
}

const htmlElements =
  /^(?:head|body|meta|title|link|script|style|main|div|section|article|aside|nav|header|footer|h[1-6]|p|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|t[hd]|a|b|i|em|strong|span|br|hr|time|figure|img|font|center|blockquote|form|unknown)$/i;

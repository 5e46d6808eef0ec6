import { SaxesParser } from 'saxes';
import { Fault } from '../platform/faults.ts';
import { readLines } from './read-lines.ts';

/** A file of addresses that were or will be asked for; it is read once. */
export interface AskedFile {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** An address with its query, as a server is asked for it; null where a line holds none. */
export interface AskedLine {
  readonly line: number;
  readonly address: string | null;
}

/**
 * Reads what was asked for: one address a line, a sitemap, or an access log in the common or combined format, of which
 * the GETs count. The first line that is not empty tells which.
 *
 * @throws Fault LEGACY_FILE_INVALID for a sitemap that is no well-formed XML, or that only names other sitemaps.
 */
export async function* readAsked(file: AskedFile): AsyncGenerator<AskedLine> {
  let read: ((line: { number: number; text: string }) => Iterable<AskedLine>) | null = null;
  let last = 1;
  for await (const line of readLines(file.open())) {
    const text = last === 1 && line.number === 1 ? line.text.replace(/^\ufeff/, '') : line.text;
    last = line.number;
    if (text === '' && read === null) continue;
    read ??= readerFor(text);
    yield* read({ number: line.number, text });
  }
  yield* read?.({ number: last, text: END }) ?? [];
}

/** Never a line of a file: lines are trimmed. */
const END = '\n';

function readerFor(first: string) {
  if (first.startsWith('<')) return sitemapReader();
  return isLogLine(first) ? readLogLine : readListLine;
}

function* readListLine({ number: line, text }: { number: number; text: string }): Generator<AskedLine> {
  if (text.trim() !== '') yield { line, address: addressIn(text) };
}

/** `host ident user [time] "GET /address HTTP/1.1" status bytes …`; servers write odd bytes as `\xE9`. */
const LOG_LINE = /\] "([^" ]*)(?: ([^" ]+))?[^"]*" \d{3} /;

function isLogLine(text: string): boolean {
  return LOG_LINE.test(`${text} `);
}

function* readLogLine({ number: line, text }: { number: number; text: string }): Generator<AskedLine> {
  if (text.trim() === '') return;
  const [, method, target] = LOG_LINE.exec(`${text} `) ?? [];
  if (method !== undefined && method !== 'GET' && /^[A-Z]+$/.test(method)) return;
  yield { line, address: addressIn((target ?? '').replace(/\\x([0-9a-f]{2})/gi, '%$1')) };
}

/** Only the address of each page counts, not those of its pictures or of its other languages. */
function sitemapReader() {
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  let words = '';
  let found: string[] = [];
  let isIndex = false;
  let problem: string | null = null;
  parser.on('error', ({ message }) => {
    problem ??= message.replace(/^[^:]*:\d+:\d+: /, '');
  });
  parser.on('opentag', ({ local, prefix }) => {
    open.push(prefix === '' ? local : `${prefix}:${local}`);
    isIndex ||= local === 'sitemapindex';
    words = '';
  });
  const take = (text: string) => void (words += text);
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    if (open.slice(-2).join(' ') === 'url loc') found.push(words.trim());
    open.pop();
  });

  return function* ({ number: line, text }: { number: number; text: string }): Generator<AskedLine> {
    if (text === END) parser.close();
    else parser.write(`${text}\n`);
    if (problem !== null) throw refused(line, `this is no well-formed XML (${problem}).`);
    if (isIndex) throw refused(line, 'this sitemap only names other sitemaps. Fetch those, and give each.');
    for (const address of found) yield { line, address: addressIn(address) };
    found = [];
  };
}

/** What a server would be asked for: path and query, nothing decoded. */
function addressIn(text: string): string | null {
  const url = URL.parse(text.startsWith('/') ? `https://here.invalid${text}` : text);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  return `${url.pathname}${url.search}`;
}

function refused(line: number, problem: string): Fault {
  return new Fault('LEGACY_FILE_INVALID', { line, problem });
}

import { Fault } from '../../platform/faults.ts';
import { readLines, type TextLine } from '../decode-text.ts';
import type { OldEncoding } from '../old-encodings.ts';
import { htmlLines } from './html-lines.ts';
import { GAP_ABOVE_FILE, type ListLine } from './list-line.ts';
import { withoutMarkdown } from './markdown.ts';

/** The source, from its beginning each time: it is read three times, so that the whole file is judged before the first item. */
export type OpenSource = () => AsyncIterable<Uint8Array>;

/** A page of HTML is held whole. In bytes. */
const MAX_HTML_BYTES = 32 << 20;

/** Plain text as lines with something on them. */
export async function* linesOfText(lines: AsyncIterable<TextLine>): AsyncGenerator<ListLine> {
  let gap = GAP_ABOVE_FILE;
  for await (const { number, text } of lines) {
    const trimmed = withoutMarkdown(text.trim());
    if (trimmed === '') {
      gap++;
      continue;
    }
    const before = text.slice(0, text.length - text.trimStart().length);
    yield { number, text: trimmed, indent: before.replaceAll('\t', '    ').length, gap, markup: null };
    gap = 0;
  }
}

/** @throws Fault IMPORT_HTML_TOO_LARGE */
export async function linesOfHtml(
  open: OpenSource,
  encoding: OldEncoding | null,
): Promise<() => AsyncIterable<ListLine>> {
  const texts: string[] = [];
  let bytes = 0;
  for await (const { text } of readLines(open(), { maxLineBytes: MAX_HTML_BYTES, encoding })) {
    texts.push(text);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > MAX_HTML_BYTES) throw new Fault('IMPORT_HTML_TOO_LARGE', { limit: MAX_HTML_BYTES });
  }
  const lines = htmlLines(texts.join('\n'));
  return async function* () {
    yield* lines;
  };
}

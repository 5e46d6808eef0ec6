import { expect, test } from 'vitest';
import { readLines } from './decode-text.ts';

async function linesOf(chunks: Iterable<Uint8Array>, maxLineBytes = 1_000): Promise<string[]> {
  const lines: string[] = [];
  const source = async function* () {
    yield* chunks;
  };
  for await (const { number, text } of readLines(source(), { maxLineBytes })) lines.push(`${number} ${text}`);
  return lines;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const oneByOne = (bytes: Uint8Array) => [...bytes].map((byte) => Uint8Array.of(byte));
const refusal = (bytes: Uint8Array | string) => linesOf([typeof bytes === 'string' ? utf8(bytes) : bytes]);

test('every kind of line break ends a line, however the bytes are cut', async () => {
  const bytes = utf8('one\ntwo\r\nthree\rfour\n\nsix\u2028seven\u0085eight\r');
  const meant = ['1 one', '2 two', '3 three', '4 four', '5 ', '6 six', '7 seven', '8 eight'];
  expect(await linesOf([bytes])).toEqual(meant);
  expect(await linesOf(oneByOne(bytes))).toEqual(meant);
});

test('a byte order mark is no text, and UTF-16 with one is read', async () => {
  expect(await linesOf([utf8('\ufeffHafen\nBagger')])).toEqual(['1 Hafen', '2 Bagger']);
  const sixteen = Buffer.from('\ufeffHäfen\n港', 'utf16le');
  expect(await linesOf([sixteen])).toEqual(['1 Häfen', '2 港']);
  expect(await linesOf(oneByOne(sixteen))).toEqual(['1 Häfen', '2 港']);
});

test('an empty file has no lines', async () => {
  expect(await linesOf([])).toEqual([]);
  expect(await linesOf([new Uint8Array(0)])).toEqual([]);
});

test('what is not UTF-8 is refused with its line and byte, and how to convert it', async () => {
  const old = latin('Title\nLe bac a \u00e9t\u00e9 remis\n');
  await expect(refusal(old)).rejects.toMatchObject({ code: 'IMPORT_ENCODING', detail: { line: 2, byte: 16 } });
  await expect(refusal(old)).rejects.toThrow('iconv -f ENCODING -t UTF-8');
  await expect(refusal(Buffer.from('without its mark', 'utf16le'))).rejects.toMatchObject({
    code: 'IMPORT_ENCODING',
    detail: { problem: 'it looks like UTF-16LE without its mark' },
  });
});

test('a file cut off in the middle of a character is told from one in another encoding', async () => {
  const whole = utf8('Title\n新闻');
  await expect(refusal(whole.subarray(0, whole.length - 1))).rejects.toMatchObject({
    code: 'IMPORT_TRUNCATED',
    detail: { line: 2 },
  });
});

test('a NUL is refused with its line', async () => {
  await expect(refusal('Title\nA summary\u0000 here and much more text around it.')).rejects.toMatchObject({
    code: 'IMPORT_NUL',
    detail: { line: 2, byte: 16 },
  });
});

test.each([
  ['%PDF-1.7\n%âãÏÓ', 'a PDF document'],
  ['PK\u0003\u0004\u0014', 'a ZIP, Word or spreadsheet file'],
  ['\u0089PNG\r\n\u001a\n', 'a PNG picture'],
  ['{\\rtf1\\ansi', 'an RTF document'],
  [String.fromCharCode(...Array.from({ length: 400 }, (_, index) => (index * 7) % 256)), 'control character'],
])('a binary file is refused by what it is', async (text, named) => {
  await expect(refusal(latin(text))).rejects.toMatchObject({ code: 'IMPORT_NOT_TEXT' });
  await expect(refusal(latin(text))).rejects.toThrow(named);
});

test('a control character in a text is refused with its line', async () => {
  await expect(refusal('Title\nA bell \u0007 rings')).rejects.toMatchObject({
    code: 'IMPORT_NOT_TEXT',
    detail: { line: 2 },
  });
});

test.each([
  ['<?xml version="1.0"?><rss version="2.0"><channel/></rss>', 'rss'],
  ['<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', 'feed'],
  ['\n\n<newsItem guid="x"><contentMeta/></newsItem>', 'newsItem'],
])('XML is refused by its root where text was said', async (xml, root) => {
  await expect(refusal(xml)).rejects.toMatchObject({ code: 'IMPORT_XML_NOT_TEXT', detail: { root } });
});

test('a text that speaks of < or begins with a quotation is no XML', async () => {
  expect(await linesOf([utf8('<3 from the port')])).toEqual(['1 <3 from the port']);
  expect(await linesOf([utf8('<!DOCTYPE html><html></html>')])).toHaveLength(1);
});

test('two gigabytes on one line are refused before a second chunk beyond the limit is read', async () => {
  const chunk = new Uint8Array(1 << 16).fill(0x61);
  let pulled = 0;
  const endless = async function* () {
    while (pulled < 32_768) {
      pulled++;
      yield chunk;
    }
  };
  const reading = (async () => {
    for await (const _ of readLines(endless(), { maxLineBytes: 1 << 20 }));
  })();
  await expect(reading).rejects.toMatchObject({ code: 'IMPORT_LINE_TOO_LONG', detail: { line: 1, limit: 1 << 20 } });
  expect(pulled).toBe(17);
});

test('a line as long as the limit is accepted', async () => {
  expect(await linesOf([utf8(`${'a'.repeat(1_000)}\nb`)])).toHaveLength(2);
  await expect(linesOf([utf8(`${'a'.repeat(1_001)}\nb`)])).rejects.toMatchObject({ code: 'IMPORT_LINE_TOO_LONG' });
});

test('a source may fill its buffer again', async () => {
  const buffer = new Uint8Array(3);
  const source = async function* () {
    for (const text of ['abc', 'def', '\ngh']) {
      buffer.set(utf8(text));
      yield buffer;
    }
  };
  const lines: string[] = [];
  for await (const { text } of readLines(source(), { maxLineBytes: 100 })) lines.push(text);
  expect(lines).toEqual(['abcdef', 'gh']);
});

import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { element, standingAlone, xmlDocument, xmlText } from './xml.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
  fc.constantFrom(']]>', '<!--', '<![CDATA[', '&#0;', '\ufffe', '\ud800', '\r\n', '"\'', '<?xml?>', '&amp;', '\u0000'),
);

test('whatever the text holds, the document is well formed and gives the text back', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (text, value, inner) => {
      const root = element(
        'feed',
        { 'xml:lang': value },
        element('title', {}, text),
        element('media:credit', {}, inner),
      );
      const read = readBack(xmlDocument(root, 'http://www.w3.org/2005/Atom'));
      expect(read.texts).toEqual({ title: xmlText(text), 'media:credit': xmlText(inner) });
      expect(read.rootAttributes['xml:lang']).toBe(xmlText(value));
    }),
    { numRuns: 500 },
  );
});

test('characters that XML forbids become the replacement character, all others stay', () => {
  expect(xmlText('a\u0000b\u000bc\ud800d\ufffee\tf\ng\u{1f6a2}')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng\u{1f6a2}');
});

test('prefixes are declared when they are used, and only then', () => {
  const plain = xmlDocument(element('feed', {}, element('title', {}, 'Ferries')), 'http://www.w3.org/2005/Atom');
  expect(plain).not.toContain('xmlns:');
  const withMedia = xmlDocument(element('rss', {}, element('media:credit', {}, 'Mara')), null);
  expect(withMedia).toContain('xmlns:media="http://search.yahoo.com/mrss/"');
});

test('a part that stands alone declares its own prefixes, and the document those of the rest', () => {
  const part = standingAlone(element('oai_dc:dc', { 'xsi:type': 'a' }, element('dc:title', {}, 'Ferries')));
  const document = xmlDocument(element('record', {}, part, element('media:credit', {}, 'Mara')), null);
  expect(document).toContain('<record xmlns:media="http://search.yahoo.com/mrss/">');
  const [cut = ''] = /<oai_dc:dc.*<\/oai_dc:dc>/s.exec(document) ?? [];
  expect(() => readBack(cut)).not.toThrow();
  expect(readBack(document).texts).toMatchObject({ 'dc:title': 'Ferries', 'media:credit': 'Mara' });
});

test('what is absent leaves no trace', () => {
  const root = element('feed', { rel: null, href: undefined }, null, undefined, false, [null]);
  expect(xmlDocument(root, null)).toBe('<?xml version="1.0" encoding="UTF-8"?>\n<feed>\n</feed>\n');
});

test('names that XML or the table of prefixes does not know do not compile', () => {
  const any: string = 'feed';
  // @ts-expect-error a name holds no space
  element('two words', {});
  // @ts-expect-error a name begins with a letter
  element('1st', {});
  // @ts-expect-error a prefix is one of the table's
  element('nobody:knows', {});
  // @ts-expect-error a name is not empty
  element('', {});
  // @ts-expect-error a name is written out, never computed
  element(any, {});
  // @ts-expect-error names of attributes too
  element('feed', { 'a b': 'c' });
  // @ts-expect-error namespaces are declared by the writer
  element('feed', { xmlns: 'urn:x' });
  expect(element('feed', { rel: 'self' }).name).toBe('feed');
});

function readBack(document: string) {
  const parser = new SaxesParser({ xmlns: true });
  const texts: Record<string, string> = {};
  let rootAttributes: Record<string, string> = {};
  let open = '';
  parser.on('error', (problem) => {
    throw problem;
  });
  parser.on('opentag', (tag) => {
    open = tag.name;
    if (tag.name !== 'feed') texts[tag.name] = '';
    else rootAttributes = Object.fromEntries(Object.entries(tag.attributes).map(([key, one]) => [key, one.value]));
  });
  parser.on('text', (text) => {
    if (texts[open] !== undefined && open !== 'feed') texts[open] += text;
  });
  parser.on('closetag', () => {
    open = '';
  });
  parser.write(document).close();
  return { texts, rootAttributes };
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraph, safeHtml } from './html.ts';
import { textOfHtml } from './text-of-html.ts';

test.each([
  ['<p>One &amp; <strong>two</strong>.</p><p>Three<br />four</p>', 'One & two.\nThree\nfour'],
  [
    '<h2>Tides</h2><ul><li>low</li><li><a href="https://calder.example/?a=1&amp;b=2">high</a></li></ul>',
    'Tides\nlow\nhigh',
  ],
  [
    '<table><tbody><tr><th>Port</th><td>Calder</td></tr><tr><td>1</td><td>2</td></tr></tbody></table>',
    'Port\tCalder\n1\t2',
  ],
  ['<p>a\n  b</p>\n\n<p> </p><hr /><p>&lt;c&gt; &quot;&#39;&#x41;</p>', 'a b\n<c> "\'A'],
  ['plain', 'plain'],
  ['', ''],
])('%s', (html, text) => {
  expect(textOfHtml(html)).toBe(text);
});

test('a paragraph gives back the words it was made of', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (words) => {
      expect(textOfHtml(paragraph(words))).toBe(words.replace(/\s+/g, ' ').trim());
    }),
  );
});

test('whatever came in through the door, no tag and no entity of it is left', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<b>',
    '<script>',
    '<td>',
    '<a href=">">',
    '&',
    '&amp;',
    '<',
    '>',
    'tide',
    ' ',
    '<!--',
    '<br>',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
      const html = safeHtml(pieces.join(''), 'body');
      expect(textOfHtml(html)).not.toMatch(/<\/?(p|strong|td|a|br)\b|&amp;amp;/);
    }),
  );
});

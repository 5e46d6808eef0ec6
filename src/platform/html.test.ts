import fc from 'fast-check';
import sanitizeHtml from 'sanitize-html';
import { expect, test } from 'vitest';
import { safeHtml, subset } from './html.ts';
import { isPlainlyInSubset } from './html-in-subset.ts';

const sanitised = (html: string) => sanitizeHtml(html, subset);

const tags = [
  'p',
  'h2',
  'h3',
  'ul',
  'ol',
  'li',
  'blockquote',
  'strong',
  'em',
  'sub',
  'sup',
  'a',
  'b',
  'td',
  'div',
  'P',
];
const tag = fc.constantFrom(...tags);
const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.constantFrom(
    'quay',
    ' ',
    '&',
    '&amp;',
    '&lt;',
    '&gt;',
    '&quot;',
    '&copy',
    '&#7;',
    '&#xD800;',
    '&#128;',
    '&#xfffe;',
    '"',
    "'",
    '渡轮',
    '\u00a0',
    '\n',
  ),
);
const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom('/here', 'javascript:alert(1)', 'JaVaScRiPt:alert(1)', '//elsewhere', 'mailto:a@b.example', 'tel:1'),
);
const piece = fc.oneof(
  words,
  tag.map((name) => `<${name}>`),
  tag.map((name) => `</${name}>`),
  fc.constantFrom(
    '<br />',
    '<br>',
    '</br>',
    '<hr />',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    '<',
    '>',
    '</',
    '<p class="x">',
  ),
  address.map((to) => `<a href="${to}">`),
  address.map((to) => `</a href="${to}">`),
);
/** Elements that close, one inside another: what an archive mostly holds. */
const { tidy } = fc.letrec<{ tidy: string }>((tie) => ({
  tidy: fc.oneof(
    { depthSize: 'small' },
    words,
    fc
      .tuple(tag, fc.array(tie('tidy'), { maxLength: 3 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    fc.tuple(address, tie('tidy')).map(([to, inner]) => `<a href="${to}">${inner}</a>`),
  ),
}));
const anyHtml = fc.array(fc.oneof(piece, tidy), { maxLength: 12 }).map((pieces) => pieces.join(''));

const controls = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/;

test('what is taken for the subset at a glance is what the sanitiser would write', () => {
  let taken = 0;
  fc.assert(
    fc.property(anyHtml, (html) => {
      if (!isPlainlyInSubset(html)) return;
      taken += 1;
      expect(sanitised(html)).toBe(html);
      expect(html).not.toMatch(controls);
    }),
    { numRuns: 5_000 },
  );
  // A glance that never says yes would prove nothing.
  expect(taken).toBeGreaterThan(100);
});

test('safe HTML comes back unchanged, and holds nothing that the sanitiser would take out', () => {
  fc.assert(
    fc.property(
      anyHtml.filter((html) => html.isWellFormed() && !controls.test(html)),
      (html) => {
        const safe = safeHtml(html, 'body');
        expect(sanitised(safe)).toBe(safe);
        expect(safeHtml(safe, 'body')).toBe(safe);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('ordinary paragraphs, headings, lists and links are known at a glance', () => {
  for (const html of [
    '',
    'No element at all',
    '<p>The ferry &amp; the <strong>night</strong> boat.<br />From <em>Monday</em>.</p><p>CO<sub>2</sub></p>',
    '<h2>Times</h2><ul><li>Six</li><li>Seven<ol><li>late</li></ol></li></ul><blockquote><p>“Good.”</p></blockquote>',
    '<p><a href="https://port.example/a?b=1#c">here</a> or <a href="mailto:a@port.example">there</a></p>',
  ]) {
    expect(isPlainlyInSubset(html), html).toBe(true);
  }
});

test.each([
  ['<p>one<p>two', '<p>one</p><p>two</p>'],
  ['<p>a<ul><li>b</ul>', '<p>a</p><ul><li>b</li></ul>'],
  ['<p>a&#7;b</p>', '<p>ab</p>'],
  ['<div>a<p>b</p></div>', '<p>a</p><p>b</p><p></p>'],
  ['a < b & c', 'a &lt; b &amp; c'],
  ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
  ['<b onclick="x()">bold</b><script>x()</script>', '<strong>bold</strong>'],
])('%s becomes %s', (html, safe) => {
  expect(isPlainlyInSubset(html)).toBe(false);
  expect(safeHtml(html, 'body')).toBe(safe);
});

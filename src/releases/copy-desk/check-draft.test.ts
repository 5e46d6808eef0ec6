import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DraftContent, emptyContent } from '../draft.ts';
import { checkDraft } from './check-draft.ts';
import { findingCodes } from './checks.ts';

const clean: DraftContent = {
  ...{ kicker: 'Ferries', headline: 'The ferry sails at noon', summary: 'There is a boat more.', place: 'Calder' },
  body: '<p>The harbour office has decided.</p><h2>When</h2><p>From <a href="https://x.example/t">the timetable of May</a>.</p><h3>Sundays</h3><p>None.</p>',
  notes: '',
  pictures: [{ picture: 'quay', alt: 'A ferry at the quay', caption: '' }],
};
const credits = new Map([['quay', '© Mara Quill']]);

const found = (changed: Partial<DraftContent>, around: Partial<Parameters<typeof checkDraft>[1]> = {}) =>
  checkDraft({ ...clean, ...changed }, { locale: 'en', credits, ...around });
const codes = (...args: Parameters<typeof found>) => found(...args).map(({ code, field }) => `${field} ${code}`);
const body = (html: string) => codes({ body: `<p>Words.</p>${html}` });
const pictured = (alt: string) => codes({ pictures: [{ picture: 'quay', alt, caption: 'At noon' }] });

test('a clean text has no findings', () => {
  expect(found({})).toEqual([]);
});

test('a text that has only been begun lacks a headline, a body and a summary', () => {
  expect(checkDraft(emptyContent, { locale: 'en', credits })).toEqual([
    { code: 'headline-missing', severity: 'error', field: 'headline', excerpt: '' },
    { code: 'body-missing', severity: 'error', field: 'body', excerpt: '' },
    { code: 'summary-missing', severity: 'warning', field: 'summary', excerpt: '' },
  ]);
});

test.each(['<p> </p>', '<p>&nbsp;</p>', '<script>noon()</script>', '<h2></h2><hr />'])(
  'a body without words is missing: %s',
  (html) => expect(codes({ body: html })).toEqual(['body body-missing']),
);

test('what is longer than its field takes is told by its field', () => {
  const long = 'ferry '.repeat(2_000);
  expect(codes({ headline: long, place: long, pictures: [{ picture: 'quay', alt: long, caption: '' }] })).toEqual([
    'headline text-too-long',
    'place text-too-long',
    'pictures.0.alt text-too-long',
  ]);
  expect(codes({ body: `<p>${'ferry '.repeat(80_000)}</p>` })).toEqual(['body text-too-long']);
});

test('control characters and half characters are refused, in whatever field', () => {
  expect(codes({ summary: 'A\u0000 boat.' })).toEqual(['summary characters-refused']);
  expect(codes({ body: '<p>\ud800</p>' })).toEqual(['body characters-refused']);
  expect(codes({ summary: 'A boat\n\tmore. 𠮷 👩‍👩‍👧' })).toEqual([]);
});

test('a heading of the third order needs one of the second above it', () => {
  expect(body('<h3>Sundays</h3><h2>When</h2>')).toEqual(['body heading-order']);
  expect(body('<h2>When</h2><h3>Sundays</h3><h3>Mondays</h3>')).toEqual([]);
  expect(body('<h4>Sundays</h4>')).toEqual(['body heading-order']);
  expect(codes({ notes: '<h3>Contacts</h3>' })).toEqual(['notes heading-order']);
  expect(found({ body: '<h3>On <em>Sundays</em> &amp; more</h3>' })).toMatchObject([{ excerpt: 'On Sundays & more' }]);
});

describe('a link', () => {
  const link = (words: string) => body(`<p><a href="https://x.example/t">${words}</a></p>`);

  test.each(['', ' ', '<strong></strong>', '→', '&nbsp;'])('without words: “%s”', (words) =>
    expect(link(words)).toEqual(['body link-text-missing']),
  );

  test.each([
    ...['here', 'Click here!', '<em>HERE</em>', 'Read more…', 'ici', 'Cliquez ici', 'aquí', 'haga clic aquí'],
    ...['这里', '点击此处', 'здесь', 'Подробнее »', 'هنا', 'энд', 'hier'],
  ])('with words that say nothing: “%s”', (words) => expect(link(words)).toEqual(['body link-text-vague']));

  test.each(['https://x.example/t', 'HTTP://X.EXAMPLE', 'www.x.example/t?a=1&amp;b=2'])(
    'with its address for words: “%s”',
    (words) => expect(link(words)).toEqual(['body link-text-address']),
  );

  test.each(['here is the timetable', 'press@calder.example', 'x.example', '时间表', 'More boats'])(
    'that says where it leads: “%s”',
    (words) => expect(link(words)).toEqual([]),
  );
});

test('a table has header cells', () => {
  expect(body('<table><tr><td>Noon</td></tr></table>')).toEqual(['body table-without-header']);
  expect(body('<table><tr><th scope="col">Time</th></tr><tr><td>Noon</td></tr></table>')).toEqual([]);
  expect(
    body('<table><tr><th>Time</th></tr></table><table><tbody><tr><td>Noon</td></tr></tbody></table>'),
  ).toHaveLength(1);
});

test('a picture is described, and not by its file', () => {
  for (const alt of ['', '  ']) expect(pictured(alt)).toEqual(['pictures.0.alt alt-missing']);
  for (const alt of ['quay-at-noon.JPG', 'IMG_2041', 'DSC04112', 'photo 3', 'scan.tiff']) {
    expect(pictured(alt)).toEqual(['pictures.0.alt alt-file-name']);
  }
  for (const alt of ['A photo of the quay', 'Photo', '渡轮', 'Route 66']) expect(pictured(alt)).toEqual([]);
});

test('a picture is credited; one that the desk does not keep is another matter', () => {
  for (const credit of [null, '', ' ']) {
    expect(codes({}, { credits: new Map([['quay', credit]]) })).toEqual(['pictures.0.credit credit-missing']);
  }
  expect(codes({}, { credits: new Map() })).toEqual([]);
});

test('HTML in a line that is shown as it is typed is a warning, and less-than is none', () => {
  for (const headline of ['<b>Noon</b>', 'Ports &amp; piers', 'See <a href="x">', 'Line<br/>end'])
    expect(codes({ headline })).toEqual(['headline markup-typed']);
  for (const headline of ['5 < 6 > 4', 'a<b', 'AT&T; and more', 'x <3 y>', '<<Noon>>'])
    expect(codes({ headline })).toEqual([]);
  expect(pictured('The <i>quay</i>')).toEqual(['pictures.0.alt markup-typed']);
});

test('likely slips are warnings', () => {
  expect(
    found({ summary: 'The labour move-ments “grow". And…' }).map(({ code, severity }) => [code, severity]),
  ).toEqual([
    ['hyphen-inside-word', 'warning'],
    ['unbalanced-quotes', 'warning'],
    ['mixed-quote-styles', 'warning'],
    ['truncated', 'warning'],
  ]);
  expect(found({ headline: 'The man\u00adage\u00adment of ferries' })).toMatchObject([{ field: 'headline' }]);
  expect(codes({ headline: 'He said “noon' })).toEqual(['headline unbalanced-quotes']);
});

test('one check says no more than anybody mends', () => {
  const links = '<p><a href="https://x.example">here</a></p>'.repeat(500);
  expect(found({ body: links })).toHaveLength(20);
});

test('any strings are looked at in bounded time, and every finding is one that is documented', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom(
          '<',
          '>',
          '</',
          '<a',
          ' href="',
          '"',
          "'",
          '&',
          '&lt;',
          '&#0;',
          '<table>',
          '<th>',
          '<h3>',
          '<p>',
        ),
        { maxLength: 60 },
      )
      .map((pieces) => pieces.join('')),
    fc.constantFrom(
      '\ud800',
      '\u0000',
      '…'.repeat(12_000),
      '<a>'.repeat(3_000),
      '«'.repeat(12_000),
      '-a'.repeat(6_000),
    ),
  );
  const content = fc.record({
    ...{ kicker: nasty, headline: nasty, summary: nasty, place: nasty, body: nasty, notes: nasty },
    pictures: fc.array(fc.record({ picture: nasty, alt: nasty, caption: nasty }), { maxLength: 3 }),
  });
  const locale = fc.constantFrom('en', 'zh-Hans', 'ar', 'mn', 'x-klingon');
  fc.assert(
    fc.property(content, locale, (text, tongue) => {
      const kept = new Map(text.pictures.map(({ picture }) => [picture, null]));
      for (const { code, severity, excerpt } of checkDraft(text, { locale: tongue, credits: kept })) {
        expect(findingCodes).toHaveProperty(code, severity);
        expect(excerpt.length).toBeLessThanOrEqual(120);
        expect(excerpt.isWellFormed()).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test('every finding has a heading in the documents', () => {
  const document = readFileSync(new URL('../../../docs/copy-desk.md', import.meta.url), 'utf8');
  const headings = [...document.matchAll(/^### `([a-z-]+)`$/gm)].map((match) => match[1]);
  expect(headings).toEqual(Object.keys(findingCodes));
});

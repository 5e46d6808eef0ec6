import { expect, test } from 'vitest';
import { alignBlocks } from './align-blocks.ts';
import { blocksOf } from './pieces.ts';

const rows = (source: string, translation: string) =>
  alignBlocks(blocksOf(source), blocksOf(translation)).map((row) => [row.source?.text, row.translation?.text]);

test('paragraphs stand beside paragraphs, headings beside headings, items beside items', () => {
  expect(
    rows(
      '<p>The port opens a ferry line to Bruges in spring.</p><h2>Fares</h2><ul><li>Adults</li><li>Children</li></ul>',
      '<p>Le port ouvre au printemps une ligne vers Bruges.</p><h2>Tarifs</h2><ul><li>Adultes</li><li>Enfants</li></ul>',
    ),
  ).toEqual([
    ['The port opens a ferry line to Bruges in spring.', 'Le port ouvre au printemps une ligne vers Bruges.'],
    ['Fares', 'Tarifs'],
    ['Adults', 'Adultes'],
    ['Children', 'Enfants'],
  ]);
});

test('a paragraph that is not translated yet leaves a gap where it belongs', () => {
  expect(
    rows(
      '<p>One, rather long paragraph.</p><h2>Two</h2><p>Three, as long as one.</p>',
      '<p>Un paragraphe assez long.</p><p>Trois, aussi long que un.</p>',
    ),
  ).toEqual([
    ['One, rather long paragraph.', 'Un paragraphe assez long.'],
    ['Two', undefined],
    ['Three, as long as one.', 'Trois, aussi long que un.'],
  ]);
});

test('Chinese, which is shorter everywhere, stands where it belongs', () => {
  const paragraph = 'The organisation and the city have signed an agreement on ports.';
  expect(
    rows(
      `<p>${paragraph}</p><p>Short.</p><p>${paragraph}</p>`,
      '<p>该组织与该市签署了港口协议。</p><p>短。</p><p>该组织与该市签署了港口协议。</p>',
    ).map(([, zh]) => zh?.length),
  ).toEqual([14, 2, 14]);
});

test('an empty translation is all gaps, and an empty source too', () => {
  expect(rows('<p>One</p>', '')).toEqual([['One', undefined]]);
  expect(rows('', '<p>Un</p>')).toEqual([[undefined, 'Un']]);
});

import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilDayOf } from '../../platform/instant.ts';
import { oneLine } from '../one-line.ts';
import type { Citation } from './citation.ts';
import { bibtex } from './formats/bibtex.ts';
import { cslJson } from './formats/csl-json.ts';
import { ris } from './formats/ris.ts';

const ferry: Citation = {
  key: 'calder-2026-7-en',
  title: 'The ferry {leaves} at 9 & returns: 100% full_house #1 $5 ~ ^ \\end',
  office: 'Calder harbour office and quay',
  organisation: 'Port of Calder',
  kind: 'Press release',
  isSpeech: false,
  reference: 'CALDER/2026/7',
  published: civilDayOf('2026-03-02'),
  language: 'en',
  address: 'https://newsroom.example/en/releases/calder-2026-7',
  edition: 2,
  summary: 'Not before.',
  note: 'Correction, 3 March 2026',
  accessed: civilDayOf('2026-11-24'),
};

const hostileText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ...[
            '{',
            '}',
            '\\',
            '"',
            '@misc{x,',
            '},',
            '--',
            "''",
            '``',
            '<<',
            '~',
            '^',
            '$',
            '%',
            '&',
            '#',
            '_',
            '\r\nER  - ',
            '\nAU  - Mallory',
          ],
          ...['\\input{/etc/passwd}', '渡轮', 'ميناء', 'a', ' ', 'Хөвсгөл', '\u0000', '\ud800', '\u2028', '🚢'],
        ),
      )
      .map((pieces) => pieces.join('')),
  )
  .filter((text) => readable(text) !== '');

function readable(text: string): string {
  return oneLine(text);
}

const readers = {
  BibTeX: (citation: Citation) => new Cite(bibtex.write(citation), { forceType: '@biblatex/text' }).data,
  'old BibTeX': (citation: Citation) => new Cite(bibtex.write(citation), { forceType: '@bibtex/text' }).data,
  RIS: (citation: Citation) => new Cite(ris.write(citation), { forceType: '@ris/file' }).data,
  'CSL-JSON': (citation: Citation) => new Cite(JSON.parse(cslJson.write(citation))).data,
};

/** Readers differ in what they call a name that is not taken apart. */
function authorOf(read: Record<string, unknown> | undefined): unknown {
  const [author] = (read?.['author'] ?? []) as readonly Record<string, unknown>[];
  return author?.['literal'] ?? author?.['family'];
}

describe.each(['BibTeX', 'RIS', 'CSL-JSON'] as const)('a reader of %s that is not ours', (name) => {
  test('gets what was cited, to the day', () => {
    const [read] = readers[name](ferry);
    expect(authorOf(read)).toBe(ferry.office);
    expect(read).toMatchObject({
      title: ferry.title,
      publisher: ferry.organisation,
      issued: { 'date-parts': [[2026, 3, 2]] },
      URL: ferry.address,
      language: 'en',
      edition: '2',
      note: ferry.note,
      abstract: ferry.summary,
    });
  });

  test('gets Chinese and Arabic as they were', () => {
    const texts = {
      title: '“渡轮”九点起航，《潮汐表》第2号',
      office: 'مكتب ميناء كالدر',
      summary: 'لا قبل ذلك، أبدًا.',
    };
    const [read] = readers[name]({ ...ferry, ...texts });
    expect(authorOf(read)).toBe(texts.office);
    expect(read).toMatchObject({ title: texts.title, abstract: texts.summary });
  });

  test('gets one work and its own words, whatever they are', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (title, note) => {
        const read = readers[name]({ ...ferry, title, note });
        expect(read).toHaveLength(1);
        expect(read[0]).toMatchObject({ title: readable(title), note: readable(note), URL: ferry.address });
      }),
      { numRuns: 500 },
    );
  });
});

test('a program that knows no exact dates gets year and month', () => {
  expect(readers['old BibTeX'](ferry)).toMatchObject([{ issued: { 'date-parts': [[2026, 3]] }, title: ferry.title }]);
});

test('an office whose name has a comma stays one author', () => {
  for (const name of ['BibTeX', 'CSL-JSON'] as const)
    expect(authorOf(readers[name]({ ...ferry, office: 'Quays, Locks and Light' })[0])).toBe('Quays, Locks and Light');
  expect(authorOf(readers.RIS({ ...ferry, office: 'Quays, Locks and Light' })[0])).toBe('Quays Locks and Light');
});

test('a first edition and a text without a note say nothing of either', () => {
  const plain = { ...ferry, edition: 1, note: null, summary: null };
  for (const writer of [bibtex, ris, cslJson])
    expect(writer.write(plain)).not.toMatch(/edition|note|abstract|^ET|^N1|^AB/m);
});

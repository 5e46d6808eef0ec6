import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readXml, textNamed } from '../../../test/support/read-xml.ts';
import { calderInstitution } from '../../../test/support/small-newsroom.ts';
import { instantOf } from '../../platform/instant.ts';
import { xmlDocument, xmlText } from '../../platform/xml.ts';
import type { HarvestedText } from '../../published/harvest.ts';
import { datestampOf, readStretch } from './datestamp.ts';
import { domainOf, identifierOf, readIdentifier } from './identifier.ts';
import { OAI } from './oai.ts';
import { recordOf } from './record.ts';
import { readToken, writeToken } from './resumption-token.ts';
import { allSets, setSpecsOf } from './set.ts';

const origin = 'https://news.calder.example';
const ferry: HarvestedText = {
  release: '01900000-0000-7000-8000-000000000007',
  reference: { office: 'CALDER', year: 2026, number: 7 },
  ...{ type: 'press-release', office: 'CALDER', countries: ['GB'], topics: ['dredging'], locale: 'en', slug: 'ferry' },
  published: { at: instantOf('2026-03-02T09:00:00Z'), day: '2026-03-02' as never, precision: 'instant' },
  ...{ standing: 'published', endReason: null, lastSequence: 9, edition: 1 },
  doneAt: instantOf('2026-03-02T09:00:00.250Z'),
  words: { headline: 'The ferry', summary: null, change: null },
};

test('a datestamp is the first second by which the act was done', () => {
  expect(datestampOf(instantOf('2026-03-02T09:00:00.000Z'))).toBe('2026-03-02T09:00:00Z');
  expect(datestampOf(instantOf('2026-03-02T09:00:00.001Z'))).toBe('2026-03-02T09:00:01Z');
  expect(datestampOf(instantOf('2026-12-31T23:59:59.999Z'))).toBe('2027-01-01T00:00:00Z');
});

test('an act is in a stretch of time exactly when its datestamp is, by days and by seconds', () => {
  const second = fc
    .integer({ min: -200_000, max: 200_000 })
    .map((seconds) => new Date(Date.parse('2026-03-02T00:00:00Z') + seconds * 500).toISOString());
  const end = fc.option(second);
  fc.assert(
    fc.property(second, end, end, fc.boolean(), (at, first, last, byDay) => {
      const written = (text: string | null) =>
        text === null ? null : byDay ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
      const [from, until] = [written(first), written(last)];
      const stretch = readStretch(from, until);
      expect(stretch.ok).toBe(from === null || until === null || from <= until);
      if (!stretch.ok) return;
      const datestamp = datestampOf(instantOf(at)).slice(0, byDay ? 10 : 20);
      const isIn = (from === null || datestamp >= from) && (until === null || datestamp <= until);
      expect((stretch.after === null || at > stretch.after) && (stretch.upTo === null || at <= stretch.upTo)).toBe(
        isIn,
      );
    }),
    { numRuns: 2_000 },
  );
});

test('an identifier leads back to its text, and no other does', () => {
  const identifier = identifierOf(origin, ferry);
  expect(identifier).toBe('oai:news.calder.example:01900000-0000-7000-8000-000000000007/en');
  expect(readIdentifier(origin, identifier)).toEqual({ release: ferry.release, locale: 'en' });
  for (const wrong of [
    identifier.replace('calder', 'bruges'),
    identifier.toUpperCase(),
    identifier.replace('/en', '/EN'),
    identifier.replace('/en', ''),
    identifier.replace('/en', '/--'),
    `${identifier} `,
    'oai:',
    '',
  ])
    expect([wrong, readIdentifier(origin, wrong)]).toEqual([wrong, null]);
  expect([domainOf(origin), domainOf('http://127.0.0.1:8080'), domainOf('http://localhost')]).toEqual([
    ...['news.calder.example', null, null],
  ]);
});

test('a token comes back as it was given, and nothing else is taken for one', () => {
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 40 }));
  fc.assert(
    fc.property(text, text, text, fc.nat(), fc.nat(), fc.nat(), (set, from, until, after, told, at) => {
      const position = { verb: 'ListRecords' as const, set, from, until, after, told };
      const token = writeToken(origin, position);
      expect(readToken(origin, token)).toEqual(position);
      expect(readToken('https://elsewhere.example', token)).toBeNull();
      const place = at % token.length;
      const changed = token.slice(0, place) + (token[place] === 'A' ? 'B' : 'A') + token.slice(place + 1);
      expect(readToken(origin, changed)).toBeNull();
    }),
  );
  fc.assert(fc.property(fc.string(), (anything) => readToken(origin, anything) === null));
});

describe('sets', () => {
  test('are those that a text says it is in, whatever a topic is called', () => {
    const topics = ['dredging', 'Häfen & ~Kai', '港口', 'a:b'].map((code) => ({ code, slug: code, names: {} }));
    const sets = allSets({ ...calderInstitution, topics }, ['en', 'zh-Hans']);
    const specs = sets.map(({ spec }) => spec);
    for (const spec of specs) expect(spec).toMatch(/^[\w.!~*'()-]+(:[\w.!~*'()-]+)*$/);
    for (const spec of setSpecsOf({ ...ferry, topics: topics.map(({ code }) => code) })) expect(specs).toContain(spec);
    expect(new Set(specs).size).toBe(specs.length);
    expect(sets.find(({ spec }) => spec === 'topic:H~C3~A4fen~20~26~20~7EKai')?.of).toMatchObject({
      value: 'Häfen & ~Kai',
    });
  });
});

describe('a record', () => {
  const recordWith = (changed: Partial<HarvestedText>) => {
    const around = { origin, institution: calderInstitution };
    return readXml(xmlDocument(recordOf({ ...ferry, ...changed }, around), OAI));
  };

  test('is well formed whatever the text holds', () => {
    const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });
    fc.assert(
      fc.property(anything, anything, (headline, summary) => {
        const record = recordWith({ words: { headline, summary, change: null } });
        expect(textNamed(record, 'dc:title')).toBe(xmlText(headline));
        expect(textNamed(record, 'dc:description')).toBe(xmlText(summary));
      }),
      { numRuns: 500 },
    );
  });

  test('tells the day where no instant is known, and what became of the text', () => {
    const change = { kind: 'correction' as const, note: 'It leaves at ten.', at: ferry.doneAt, edition: 2 };
    const record = recordWith({
      published: { ...ferry.published, precision: 'day' },
      ...{ standing: 'withdrawn', endReason: 'A new timetable.', edition: 2 },
      words: { headline: 'The ferry', summary: null, change },
    });
    expect(textNamed(record, 'dc:date')).toBe('2026-03-02');
    expect(record.text).toContain('Edition 2. Correction: It leaves at ten.');
    expect(record.text).toContain('Withdrawn. Reason: A new timetable.');
    expect(textNamed(record, 'dc:identifier')).toBe(`${origin}/en/releases/calder-2026-7`);
  });
});

import { expect, test } from 'vitest';
import { problemOf } from './archive-line.ts';

const office = {
  kind: 'office',
  ...{ code: 'PORT', slug: 'port', names: { en: 'Port' }, introductions: {} },
  ...{ countries: ['GB'], locales: ['en'], timeZone: 'Europe/London' },
};

test.each([
  [{ ...office, colour: 'red' }, 'colour: it is not known here. Take it out.'],
  [{ ...office, code: undefined }, 'the line: “code” is missing.'],
  [{ ...office, slug: 7 }, 'slug: it must be text.'],
  [{ ...office, code: 'port' }, 'code: it is not written as the format asks. Write it like CO-BEIJING.'],
  [{ ...office, code: 'P'.repeat(25) }, 'code: it is longer than 24 characters.'],
  [{ ...office, locales: ['e'] }, 'locales.0: it is shorter than 2 characters.'],
  [{ ...office, countries: 'GB' }, 'countries: it must be a list.'],
  [
    { kind: 'organisation', names: {}, introductions: {}, locales: [], defaultLocale: 'en', timeZone: 'UTC' },
    'locales: it has too few entries; at least 1 is needed.',
  ],
  [
    { kind: 'withdrawal', release: 'x', locale: 'en', at: 'then', reason: 'y' },
    'release: it is not written as the format asks. Write it like 01900000-0000-7000-8000-000000000001.',
  ],
  [{ kind: 'legacy-address', address: '/x', target: 7 }, 'target: it must be text or null.'],
])('%j is refused in words', (line, words) => {
  expect(problemOf(JSON.parse(JSON.stringify(line)))).toBe(words);
});

test('of a choice within a choice every word that may stand there is told', () => {
  const release = {
    id: '01900000-0000-7000-8000-000000000001',
    office: 'PORT',
    type: 'news',
    countries: [],
    topics: [],
  };
  const facts = { ...release, organisationWide: false, reference: null, origin: 'written' };
  const words = { kicker: null, headline: 'x', summary: null, place: null, body: '', notes: null };
  const rest = { slug: null, at: '2010-01-01', pictures: [], translatedFrom: null, legacyPaths: [] };
  const edition = { kind: 'edition', release: facts, locale: 'en', ...words, ...rest };
  const problem = (change: unknown) => problemOf({ ...edition, change });
  expect(problem(null)).toBeNull();
  expect(problem({ kind: 'x', note: 'y', major: true })).toBe(
    'change.kind: it must be “correction” or “clarification” or “update”.',
  );
  expect(problem({ kind: 'update', note: 'y' })).toBe('change: “major” is missing.');
  expect(problem(7)).toBe('change: it must be an object or null.');
});

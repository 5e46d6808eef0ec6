import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkText } from './check-text.ts';
import { type DeskText, type Surroundings, warningCodes } from './warnings.ts';

const alone: Surroundings = { recent: [], words: new Set(), closesSummaries: false };
const plain: DeskText = {
  locale: 'en',
  headline: 'Harbour council agrees a timetable for the new ferry',
  summary: 'The council met and heard every quay.',
  date: '2017-01-12',
  dateProblem: null,
  credit: null,
};

const codes = (text: Partial<DeskText>, around: Partial<Surroundings> = {}) =>
  checkText({ ...plain, ...text }, { ...alone, ...around }).map(({ code }) => code);

test('a clean text has no warnings', () => {
  expect(codes({})).toEqual([]);
});

test('a missing date and a missing summary are reported', () => {
  expect(codes({ date: null })).toEqual(['undated']);
  expect(codes({ summary: null })).toEqual(['no-summary']);
  const [warning] = checkText(
    { ...plain, date: null, dateProblem: '“31 February 2017” is no day of the calendar' },
    alone,
  );
  expect(warning?.detail).toBe('“31 February 2017” is no day of the calendar.');
});

test('a credit of a later year than the release is reported, one of its year or before is not', () => {
  expect(codes({ credit: { raw: '© AFP 2023', year: 2023 } })).toEqual(['credit-year-after-release']);
  expect(codes({ credit: { raw: '© AFP 2017', year: 2017 } })).toEqual([]);
  expect(codes({ credit: { raw: '© AFP 2023', year: 2023 }, date: null })).toEqual(['undated']);
});

test.each([
  'labour migration manage-ment grew.',
  'the move-ments of ships.',
  'the best out-come for all.',
  'a soft\u00adware firm.',
  'His organi-zation.',
])('a hyphen left inside a word is reported: %s', (summary) =>
  expect(codes({ summary })).toEqual(['hyphen-inside-word']),
);

test.each([
  'A follow-up of the China-EU well-being plan, a check-in and a make-up.',
  'The Director-General, Vice-President and co-operation in the Asia-Pacific.',
  'A mid-term review of decision-making, re-defining long-term, state-of-the-art and low-income work.',
  'The ILO-SAWS SCORE 2016-2020 three-year, high-level, cross-border, non-discrimination, trade-off.',
  'Evidence-based, gender-responsive, policy-making, twenty-one, self-employed, part-time, take-up.',
])('an ordinary compound is not reported: %s', (summary) => {
  const words = new Set('followup wellbeing cooperation policymaking longterm crossborder'.split(' '));
  expect(codes({ summary }, { words })).toEqual([]);
});

test('a word that stands whole elsewhere is broken where it has a hyphen', () => {
  expect(codes({ summary: 'The light-house is old.' }, { words: new Set(['lighthouse']) })).toEqual([
    'hyphen-inside-word',
  ]);
  expect(codes({ summary: 'The light-house is old.' })).toEqual([]);
});

test('hyphens are judged by the language', () => {
  expect(codes({ locale: 'fr', summary: 'Peut-être dit-elle là-bas : celui-ci, a-t-il.' })).toEqual([]);
  expect(codes({ locale: 'fr', summary: 'La protec-tion des pêcheurs.' })).toEqual(['hyphen-inside-word']);
  expect(codes({ locale: 'ru', summary: 'По-прежнему социально-экономический кто-то.' })).toEqual([]);
  expect(codes({ locale: 'de', summary: 'Die Verwal-tung tagte.' })).toEqual(['hyphen-inside-word']);
});

test.each([
  ['en', 'He said “the work goes on“ today.', true],
  ['en', 'He said "the work goes on today.', true],
  ['en', 'The work goes on” today.', true],
  ['en', 'He said “the workers’ work goes on” and nobody’s did not.', false],
  ['en', 'A pipe of 12" leads to the "old" quay.', false],
  ['de', 'Er sagte: „Die Arbeit geht weiter.“', false],
  ['fr', 'Il a dit : « Le travail “continue” ».', false],
  ['fr', 'Il a dit : « Le travail continue.', true],
  ['ru', 'Он сказал: «Работа „идёт“ дальше».', false],
  ['sv', 'Han sade: ”Arbetet går vidare.”', false],
  ['da', 'Han sagde: »Arbejdet går videre.«', false],
  ['ja', '市長は「仕事は『続く』」と述べた。', false],
  ['ja', '市長は「仕事は続くと述べた。', true],
])('quotation marks without a partner are reported (%s: %s)', (locale, summary, isBroken) => {
  expect(codes({ locale, summary })).toEqual(isBroken ? ['unbalanced-quotes'] : []);
});

test('straight and typographic quotation marks in one text are reported, apostrophes are not', () => {
  expect(codes({ summary: 'A “plan” and a "centre" are made.' })).toEqual(['mixed-quote-styles']);
  expect(codes({ summary: "The council’s “plan” isn't new." })).toEqual([]);
});

test('a text that stops in mid-sentence is reported', () => {
  expect(codes({ summary: 'The council met and…' })).toEqual(['truncated']);
  expect(codes({ summary: 'The council met [...]' })).toEqual(['truncated']);
  expect(codes({ summary: 'The council met and heard the' })).toEqual(['truncated']);
  expect(codes({ headline: 'Harbour council agrees a timetable for the…' })).toEqual(['truncated']);
  expect(codes({ summary: 'The council met' })).toEqual([]);
  expect(codes({ summary: 'The council met' }, { closesSummaries: true })).toEqual(['truncated']);
  expect(codes({ summary: 'The “council met”.' }, { closesSummaries: true })).toEqual([]);
});

test('the same headline on one day is a same-day duplicate', () => {
  expect(codes({}, { recent: [plain] })).toEqual(['same-day-duplicate']);
  expect(codes({ headline: 'Fish market closes for two days' }, { recent: [plain] })).toEqual([]);
});

test('nearly the same headline within a month is a near duplicate', () => {
  const headline = 'Harbour council agrees a timetable for a new ferry';
  expect(codes({ headline, date: '2017-01-30' }, { recent: [plain] })).toEqual(['near-duplicate']);
  expect(codes({ headline, date: '2017-06-30' }, { recent: [plain] })).toEqual([]);
  const bulletin = { ...plain, headline: 'Bulletin 12 of the harbour office' };
  expect(codes({ headline: 'Bulletin 13 of the harbour office' }, { recent: [bulletin] })).toEqual([]);
  const figures = { ...plain, headline: 'Employment figures of the estuary for June' };
  expect(codes({ headline: 'Employment figures of the estuary for May' }, { recent: [figures] })).toEqual([]);
});

test('every warning has a heading in the documents', () => {
  const document = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
  const headings = [...document.matchAll(/^### `([a-z-]+)`$/gm)].map((match) => match[1]);
  expect(headings.filter((heading) => (warningCodes as readonly string[]).includes(heading ?? ''))).toEqual([
    ...warningCodes,
  ]);
});

test.each([
  ['en', 'Statement by the Secretary-General on the death of'],
  ['en', 'STATEMENT ON THE'],
  ['fr', 'Déclaration sur la mort de'],
  ['es', 'Acuerdo sobre la pesca y'],
  ['de', 'Erklärung zum Tod der'],
  ['ru', 'Заявление о встрече в'],
  ['zh-Hans', '关于新港口建设的'],
])('a headline that ends in a word that needs another is reported: %s', (locale, headline) => {
  expect(codes({ locale, headline })).toEqual(['truncated']);
});

test.each([
  ['en', 'What the strike is for'],
  ['en', 'Hepatitis A'],
  ['de', 'Was bedeutet das'],
  ['zh-Hans', '会议说明了目的'],
  ['zh-Hans', '促进青年参与'],
])('one that ends as headlines do is not: %s, %s', (locale, headline) => {
  expect(codes({ locale, headline })).toEqual([]);
});

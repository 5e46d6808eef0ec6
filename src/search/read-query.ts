import type { CivilDay } from '../platform/instant.ts';
import type { Institution } from '../published/published.ts';
import { type Filters, noFilters, QUERY_LIMITS, type QueryNote, type QueryRead, type Wanted } from './query.ts';
import { dayAfter, dayBefore, readSpan, type Span } from './query-days.ts';
import { contentsNamed, countriesNamed, localesNamed, officesNamed, topicsNamed, typesNamed } from './query-names.ts';
import { noteAbout } from './query-note.ts';
import { type FilterToken, type Token, tokensOf, type WantedToken } from './query-tokens.ts';
import { type Keyword, keywords, type QueryWords } from './query-words.ts';
import { kindOf, SPACED, UNSPACED } from './terms/character-kinds.ts';
import { foldWhole } from './terms/fold.ts';

/** Who reads the query: names are this institution's, keywords English and those of `words`. */
export interface QueryReader {
  readonly institution: Institution;
  readonly words: QueryWords;
}

/**
 * Reads what somebody looks for from `q` and the parameters `office`, `country`, `topic`, `type`, `lang`, `has`, `from` and `to`,
 * each of which may repeat. What cannot be understood is noted and left out; nothing is refused.
 */
export function readQuery(asked: URLSearchParams, reader: QueryReader): QueryRead {
  const reading = begin();
  readTyped(asked.getAll('q').join(' '), reader, reading);
  for (const keyword of ['office', 'country', 'topic', 'type', 'lang', 'has'] as const) {
    for (const value of asked.getAll(keyword)) addNamed(keyword, value, reader, reading);
  }
  for (const value of asked.getAll('from')) addDay(value, reading, ({ first }) => ({ from: first }));
  for (const value of asked.getAll('to')) addDay(value, reading, ({ last }) => ({ to: last }));
  return finished(reading, asked.has('q') && asked.getAll('q').join('').trim() !== '');
}

interface Reading {
  readonly words: Wanted[];
  readonly without: Wanted[];
  readonly filters: { -readonly [Key in keyof Filters]: Filters[Key] };
  readonly notes: QueryNote[];
}

function begin(): Reading {
  return { words: [], without: [], filters: { ...noFilters }, notes: [] };
}

function readTyped(typed: string, reader: QueryReader, reading: Reading): void {
  const whole = typed.toWellFormed().trim();
  const cut = whole.slice(0, QUERY_LIMITS.characters).toWellFormed();
  if (whole.length > cut.length) note(reading, 'too-long', whole.slice(cut.length));

  const meant = keywordsOf(reader.words);
  const tokens = tokensOf(cut, (word) => meant.has(foldWhole(word)));
  noteOperator(tokens, reading);
  for (const token of tokens) {
    if (token.kind === 'filter') {
      addFilter(meant.get(foldWhole(token.keyword)) as Keyword, token, reader, reading);
    } else if (token.kind !== 'word' && token.kind !== 'phrase') {
      note(reading, token.kind, token.text);
    } else if (reading.words.length + reading.without.length < QUERY_LIMITS.words) {
      addWanted(token, reading);
    } else {
      note(reading, 'too-many-words', token.text);
      break;
    }
  }
}

/** Once is enough: what is said of one holds for all. */
function noteOperator(tokens: readonly Token[], reading: Reading): void {
  const operator = tokens.find(({ kind, text }: { kind: string; text?: string }, at) => {
    if (kind !== 'word' || at === tokens.length - 1) return false;
    return text === 'NOT' || (at > 0 && (text === 'AND' || text === 'OR'));
  });
  if (operator?.kind === 'word') note(reading, 'not-an-operator', operator.text);
}

function keywordsOf(words: QueryWords): ReadonlyMap<string, Keyword> {
  const own = keywords.map((keyword): [string, Keyword] => [foldWhole(words.keywords[keyword]), keyword]);
  return new Map([...own, ['language', 'lang'], ...keywords.map((keyword): [string, Keyword] => [keyword, keyword])]);
}

/** The fewest letters whose every continuation is looked for. */
const SHORTEST_PREFIX = 2;

function addWanted({ kind, text: typed, isExcluded, likeKeyword }: WantedToken, reading: Reading): void {
  if (likeKeyword !== null) noteOnce(reading, 'not-a-filter', `${likeKeyword}:`);
  const put = (wanted: Wanted) => (isExcluded ? reading.without : reading.words).push(wanted);
  const [, text = '', star = ''] = /^(.*?)([*＊]*)$/su.exec(typed) ?? [];
  if (kind === 'phrase' || star === '') put({ kind, text: typed });
  // Where words are not set apart, each goes on anyhow.
  else if (isUnspaced(text)) put({ kind: 'word', text });
  else if (foldWhole(text).length < SHORTEST_PREFIX) {
    note(reading, 'prefix-too-short', typed);
    put({ kind: 'word', text });
  } else if (beginningsIn(reading) < QUERY_LIMITS.beginnings) put({ kind: 'prefix', text });
  else if (reading.notes.every((one) => one.note !== 'too-many-beginnings'))
    note(reading, 'too-many-beginnings', typed);
}

function beginningsIn({ words, without }: Reading): number {
  return [...words, ...without].filter(({ kind }) => kind === 'prefix').length;
}

function isUnspaced(text: string): boolean {
  const [last = ' '] = [...text].slice(-1);
  const kind = kindOf(last.codePointAt(0) as number);
  return kind >= UNSPACED && kind < SPACED;
}

function addFilter(keyword: Keyword, { value, isExcluded }: FilterToken, reader: QueryReader, reading: Reading) {
  if (isExcluded) return note(reading, 'filter-after-minus', value);
  if (keyword === 'before') return addDay(value, reading, ({ first }) => ({ to: dayBefore(first) }));
  if (keyword === 'after') return addDay(value, reading, ({ last }) => ({ from: dayAfter(last) }));
  return addNamed(keyword, value, reader, reading);
}

function addNamed(keyword: Keyword, value: string, { institution, words }: QueryReader, reading: Reading): void {
  const { filters } = reading;
  const text = value.trim();
  if (text === '') return;
  const both = <Value>(known: readonly Value[], named: readonly Value[], unknown: QueryNote['note']) => {
    if (named.length === 0) note(reading, unknown, text);
    return [...new Set([...known, ...named])];
  };
  if (keyword === 'office') filters.offices = both(filters.offices, officesNamed(text, institution), 'unknown-office');
  if (keyword === 'country')
    filters.countries = both(filters.countries, countriesNamed(text, institution, words), 'unknown-country');
  if (keyword === 'topic') filters.topics = both(filters.topics, topicsNamed(text, institution), 'unknown-topic');
  if (keyword === 'type') filters.types = both(filters.types, typesNamed(text, words), 'unknown-type');
  if (keyword === 'lang')
    filters.locales = both(filters.locales, localesNamed(text, institution, words), 'unknown-language');
  if (keyword === 'has') filters.has = both(filters.has, contentsNamed(text, words), 'unknown-content');
}

/** Of several limits the narrowest holds. */
function addDay(
  value: string,
  { filters, notes }: Reading,
  limitOf: (span: Span) => { from?: CivilDay | null; to?: CivilDay | null },
): void {
  const text = value.trim();
  if (text === '') return;
  const span = readSpan(text);
  const { from, to } = span === null ? { from: null } : limitOf(span);
  if (from === null || to === null) note({ notes }, 'not-a-day', text);
  if (from && (filters.from === null || from > filters.from)) filters.from = from;
  if (to && (filters.to === null || to < filters.to)) filters.to = to;
}

function finished({ words, without, filters, notes }: Reading, wasTyped: boolean): QueryRead {
  if (filters.from !== null && filters.to !== null && filters.from > filters.to) {
    note({ notes }, 'days-in-wrong-order', `${filters.from} – ${filters.to}`);
    filters.from = null;
    filters.to = null;
  }
  const query = { words, without, filters };
  if (words.length === 0 && isUnfiltered(filters)) {
    if (without.length > 0) note({ notes }, 'only-without', without.map(({ text }) => text).join(' '));
    else if (wasTyped && notes.length === 0) note({ notes }, 'nothing-to-look-for', '');
  }
  return { query, notes };
}

/** Does no filter hold anything back? */
export function isUnfiltered({ offices, countries, topics, types, locales, has, from, to }: Filters): boolean {
  return (
    [offices, countries, topics, types, locales, has].every((list) => list.length === 0) && from === null && to === null
  );
}

/** More would not be read. */
const MOST_NOTES = 12;

function note({ notes }: { notes: QueryNote[] }, kind: QueryNote['note'], about: string): void {
  if (notes.length < MOST_NOTES) notes.push(noteAbout(kind, about));
}

function noteOnce(reading: Reading, kind: QueryNote['note'], about: string): void {
  if (reading.notes.every((one) => one.note !== kind || one.about !== about)) note(reading, kind, about);
}

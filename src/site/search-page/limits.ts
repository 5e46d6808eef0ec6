import type { CivilDay } from '../../platform/instant.ts';
import type { Filters, Query } from '../../search/query.ts';
import { readSpan, writeFrom, writeTo } from '../../search/query-days.ts';
import { countryName, formatDay, formatYear, languageName } from '../../words/as-written.ts';
import type { WordKey } from '../../words/en.ts';
import type { Name, Stationery } from '../around/stationery.ts';

/** Something that holds results back, and the query without it. */
export interface Limit {
  readonly kind: WordKey | null;
  readonly name: Name;
  readonly without: Query;
}

/** Filters that are lists of values, what one of them is called, and how a reader names a value. */
export const facetKinds = [
  {
    key: 'offices',
    label: 'office',
    nameOf: (code: string, { offices }: Stationery) => offices.get(code) ?? plain(code),
  },
  {
    key: 'countries',
    label: 'country',
    nameOf: (code: string, { locale }: Stationery) => plain(countryName(code, locale)),
  },
  { key: 'topics', label: 'topic', nameOf: (code: string, { topics }: Stationery) => topics.get(code) ?? plain(code) },
  {
    key: 'types',
    label: 'type',
    nameOf: (type: string, { words }: Stationery) => plain(words(`types-${type}` as WordKey)),
  },
  {
    key: 'locales',
    label: 'language',
    nameOf: (one: string, { locale }: Stationery) => plain(languageName(one, locale)),
  },
  {
    key: 'has',
    label: 'contains',
    nameOf: (one: string, { words }: Stationery) => plain(words(`content-${one}` as WordKey)),
  },
] as const;

/** All that hold, in the order of the facets. */
export function limitsOf(query: Query, stationery: Stationery): readonly Limit[] {
  const chosen = facetKinds.flatMap(({ key, label, nameOf }) =>
    query.filters[key].map((value): Limit => {
      const left = query.filters[key].filter((one) => one !== value);
      return { kind: label, name: nameOf(value, stationery), without: withFilters(query, { [key]: left }) };
    }),
  );
  return [...chosen, ...daysOf(query, stationery)];
}

function daysOf(query: Query, { words, locale }: Stationery): Limit[] {
  const { from, to } = query.filters;
  const year = wholeYear(query.filters);
  if (year !== null) {
    return [
      { kind: 'year', name: plain(formatYear(year, locale)), without: withFilters(query, { from: null, to: null }) },
    ];
  }
  const first = from === null ? [] : [limit('since', from, withFilters(query, { from: null }))];
  const last = to === null ? [] : [limit('until', to, withFilters(query, { to: null }))];
  return [...first, ...last];

  function limit(word: 'since' | 'until', day: CivilDay, without: Query): Limit {
    return { kind: null, name: plain(words(word, { day: formatDay(day, locale) })), without };
  }
}

/** The year that both ends are of; null where they are of no single whole one. */
export function wholeYear({ from, to }: Filters): number | null {
  if (from === null || to === null) return null;
  const year = writeFrom(from);
  return year.length === 4 && year === writeTo(to) ? Number(year) : null;
}

export function inYear(query: Query, year: number): Query {
  const span = readSpan(String(year).padStart(4, '0'));
  return span === null ? query : withFilters(query, { from: span.first, to: span.last });
}

export function withFilters(query: Query, filters: Partial<Filters>): Query {
  return { ...query, filters: { ...query.filters, ...filters } };
}

function plain(text: string): Name {
  return { text, lang: undefined };
}

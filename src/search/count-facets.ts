import type { ReleaseType } from '../published/list.ts';
import type { KnownTexts } from './known-texts.ts';
import { openMarks } from './marks.ts';
import type { Count, FacetCount, Facets } from './search.ts';

/** Further releases are not counted. */
export const MOST_COUNTED = 10_000;

const LAST_YEAR = 9999;

/** The year of each release counted; its languages may be of further ones. Begun anew by each call. */
const counted = openMarks();

/**
 * Of older texts than it takes to count `most` releases nothing is counted.
 *
 * @param ids ascending; the newest public acts are counted first.
 */
export function countFacets(
  ids: Uint32Array,
  texts: KnownTexts,
  most: number = MOST_COUNTED,
): { count: Count; facets: Facets } {
  const { release, coded, codes, year } = texts;
  const tally = {
    office: new Uint32Array(codes.office.length),
    type: new Uint32Array(codes.type.length),
    locale: new Uint32Array(codes.locale.length),
    countries: new Uint32Array(codes.countries.length),
    topics: new Uint32Array(codes.topics.length),
    years: new Uint32Array(LAST_YEAR + 1),
  };
  const further = new Map<number, Set<number>>();
  const hasPicture = codes.has.map((list) => list !== '[]');
  const pictured = new Set<number>();
  counted.begin((ids.at(-1) ?? 0) + 1);
  let count = 0;
  let isMore = false;
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const id = ids[at] as number;
    const own = release[id] as number;
    const its = year[id] as number;
    const known = counted.of(own);
    if (known < 0) {
      if (count === most) {
        isMore = true;
        break;
      }
      count += 1;
      counted.set(own, its);
      raise(tally.office, coded.office[id] as number);
      raise(tally.type, coded.type[id] as number);
      raise(tally.countries, coded.countries[id] as number);
      raise(tally.topics, coded.topics[id] as number);
      raise(tally.years, its);
    } else if (known !== its && isNewIn(further, own, its)) raise(tally.years, its);
    if (hasPicture[coded.has[id] as number] === true) pictured.add(own);
    raise(tally.locale, coded.locale[id] as number);
  }
  const spread = (fact: 'countries' | 'topics') => {
    const sums = new Map<string, number>();
    codes[fact].forEach((list, place) => {
      const times = tally[fact][place] as number;
      if (times === 0) return;
      for (const one of JSON.parse(list) as string[]) sums.set(one, (sums.get(one) ?? 0) + times);
    });
    return mostFirst([...sums]);
  };
  const named = (fact: 'office' | 'type' | 'locale') =>
    mostFirst(codes[fact].map((code, place): [string, number] => [code, tally[fact][place] as number]));
  return {
    count: { count, isMore },
    facets: {
      offices: named('office'),
      countries: spread('countries'),
      topics: spread('topics'),
      types: named('type') as readonly FacetCount<ReleaseType>[],
      locales: named('locale'),
      has: pictured.size === 0 ? [] : [{ value: 'picture', count: pictured.size }],
      years: newestFirst(tally.years),
    },
  };
}

function raise(tally: Uint32Array, place: number): void {
  tally[place] = (tally[place] ?? 0) + 1;
}

function isNewIn(further: Map<number, Set<number>>, release: number, year: number): boolean {
  const known = further.get(release);
  if (known === undefined) further.set(release, new Set([year]));
  else if (known.has(year)) return false;
  else known.add(year);
  return true;
}

function newestFirst(years: Uint32Array): FacetCount<number>[] {
  const counts: FacetCount<number>[] = [];
  for (let value = LAST_YEAR; value >= 0; value -= 1) {
    const count = years[value] as number;
    if (count > 0) counts.push({ value, count });
  }
  return counts;
}

function mostFirst(counts: readonly (readonly [string, number])[]): FacetCount<string>[] {
  return counts
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

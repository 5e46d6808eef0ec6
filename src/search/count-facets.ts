import type { ReleaseType } from '../published/list.ts';
import type { KnownTexts } from './known-texts.ts';
import type { Count, FacetCount, Facets } from './search.ts';

/** Further releases are not counted. */
export const MOST_COUNTED = 10_000;

/** @param ids ascending; the newest public acts are counted first. */
export function countFacets(ids: Uint32Array, texts: KnownTexts): { count: Count; facets: Facets } {
  const { release, coded, codes, day } = texts;
  const tally = {
    office: new Uint32Array(codes.office.length),
    type: new Uint32Array(codes.type.length),
    locale: new Uint32Array(codes.locale.length),
    countries: new Uint32Array(codes.countries.length),
    topics: new Uint32Array(codes.topics.length),
  };
  const years = new Map<number, number>();
  /** The year of each release counted: its languages may be of several. */
  const counted = new Map<number, number | Set<number>>();
  let isMore = false;
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const id = ids[at] as number;
    const own = release[id] as number;
    const year = yearOf(day[id] as number);
    const known = counted.get(own);
    if (known === undefined) {
      if (counted.size === MOST_COUNTED) {
        isMore = true;
        continue;
      }
      counted.set(own, year);
      for (const fact of ['office', 'type', 'countries', 'topics'] as const)
        raise(tally[fact], coded[fact][id] as number);
      years.set(year, (years.get(year) ?? 0) + 1);
    } else if (isNewYear(counted, own, known, year)) years.set(year, (years.get(year) ?? 0) + 1);
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
    count: { count: counted.size, isMore },
    facets: {
      offices: named('office'),
      countries: spread('countries'),
      topics: spread('topics'),
      types: named('type') as readonly FacetCount<ReleaseType>[],
      locales: named('locale'),
      years: [...years].map(([value, count]) => ({ value, count })).sort((one, other) => other.value - one.value),
    },
  };
}

function raise(tally: Uint32Array, place: number): void {
  tally[place] = (tally[place] ?? 0) + 1;
}

function isNewYear(
  counted: Map<number, number | Set<number>>,
  release: number,
  known: number | Set<number>,
  year: number,
): boolean {
  if (known === year) return false;
  const years = typeof known === 'number' ? new Set([known]) : known;
  if (years.has(year)) return false;
  counted.set(release, years.add(year));
  return true;
}

const yearsOfDays = new Map<number, number>();

function yearOf(day: number): number {
  const known = yearsOfDays.get(day);
  if (known !== undefined) return known;
  const year = new Date(day * 86_400_000).getUTCFullYear();
  // Twenty-seven years have ten thousand days.
  if (yearsOfDays.size > 50_000) yearsOfDays.clear();
  yearsOfDays.set(day, year);
  return year;
}

function mostFirst(counts: readonly (readonly [string, number])[]): FacetCount<string>[] {
  return counts
    .filter(([, count]) => count > 0)
    .map(([value, count]) => ({ value, count }))
    .sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

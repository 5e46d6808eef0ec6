import type { ReleaseType } from '../published/list.ts';
import type { KnownTexts } from './known-texts.ts';
import { openMarks } from './marks.ts';
import type { Count, FacetCount, Facets } from './search.ts';

/** Further releases are not counted. */
export const MOST_COUNTED = 10_000;

/** The year of each release counted; its languages may be of further ones. Begun anew by each call. */
const counted = openMarks();

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
  const further = new Map<number, Set<number>>();
  counted.begin((ids.at(-1) ?? 0) + 1);
  let count = 0;
  let isMore = false;
  for (let at = ids.length - 1; at >= 0; at -= 1) {
    const id = ids[at] as number;
    const own = release[id] as number;
    const year = yearOf(day[id] as number);
    const known = counted.of(own);
    if (known < 0) {
      if (count === MOST_COUNTED) {
        isMore = true;
        continue;
      }
      count += 1;
      counted.set(own, year);
      for (const fact of ['office', 'type', 'countries', 'topics'] as const)
        raise(tally[fact], coded[fact][id] as number);
      years.set(year, (years.get(year) ?? 0) + 1);
    } else if (known !== year && isNewIn(further, own, year)) years.set(year, (years.get(year) ?? 0) + 1);
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
      years: [...years].map(([value, count]) => ({ value, count })).sort((one, other) => other.value - one.value),
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

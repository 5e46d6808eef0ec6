import { type ListSubject, releaseTypes } from '../published/list.ts';
import type { Institution } from '../published/published.ts';

/** The addresses under which lists lie, as routes name them. */
export const listRoutes = [
  '/:locale',
  '/:locale/offices/:slug',
  '/:locale/countries/:slug',
  '/:locale/topics/:slug',
  '/:locale/types/:slug',
] as const;

export type ListRoute = (typeof listRoutes)[number];

/** The list that a slug names. @returns null when there is none. */
export function subjectAt(route: ListRoute, slug: string, institution: Institution): ListSubject | null {
  const { offices, topics } = institution;
  switch (route) {
    case '/:locale':
      return { kind: 'organisation' };
    case '/:locale/offices/:slug': {
      const office = offices.find((one) => one.slug === slug);
      return office === undefined ? null : { kind: 'office', code: office.code };
    }
    case '/:locale/countries/:slug': {
      const code = slug.toUpperCase();
      return code.toLowerCase() === slug && countriesOf(institution).includes(code) ? { kind: 'country', code } : null;
    }
    case '/:locale/topics/:slug': {
      const topic = topics.find((one) => one.slug === slug);
      return topic === undefined ? null : { kind: 'topic', code: topic.code };
    }
    case '/:locale/types/:slug': {
      const type = releaseTypes.find((one) => one === slug);
      return type === undefined ? null : { kind: 'type', type };
    }
  }
}

/** Every list that the newsroom has. */
export function allSubjects(institution: Institution): readonly ListSubject[] {
  const { offices, topics } = institution;
  return [
    { kind: 'organisation' },
    ...offices.map(({ code }) => ({ kind: 'office', code }) as const),
    ...countriesOf(institution).map((code) => ({ kind: 'country', code }) as const),
    ...topics.map(({ code }) => ({ kind: 'topic', code }) as const),
    ...releaseTypes.map((type) => ({ kind: 'type', type }) as const),
  ];
}

/** Those that releases concern and those that offices cover: the list of each exists, empty or not. */
function countriesOf({ offices, countries }: Institution): readonly string[] {
  return [...new Set([...countries, ...offices.flatMap((office) => office.countries)])].sort();
}

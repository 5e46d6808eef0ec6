import { type ListSubject, releaseTypes } from '../published/list.ts';
import { countriesOf, type Directory } from '../published/named-subject.ts';
import type { Institution } from '../published/published.ts';

/** The addresses under which lists lie, as routes name them; `directory` is null for the organisation's own. */
export const listRoutes: readonly { readonly path: string; readonly directory: Directory | null }[] = [
  { path: '/:locale', directory: null },
  { path: '/:locale/offices/:slug', directory: 'offices' },
  { path: '/:locale/countries/:slug', directory: 'countries' },
  { path: '/:locale/topics/:slug', directory: 'topics' },
  { path: '/:locale/types/:slug', directory: 'types' },
];

export type ListRoute = (typeof listRoutes)[number];

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

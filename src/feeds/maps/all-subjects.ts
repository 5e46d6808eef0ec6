import { type ListSubject, releaseTypes } from '../../published/list.ts';
import { countriesOf } from '../../published/named-subject.ts';
import type { Institution } from '../../published/published.ts';

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

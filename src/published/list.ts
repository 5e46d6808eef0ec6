import type { Organisation } from '../offices/office.ts';
import { unreachable } from '../platform/faults.ts';
import type { Locale } from '../platform/locales.ts';

export const releaseTypes = ['press-release', 'news', 'statement', 'media-advisory', 'speech', 'notice'] as const;
export type ReleaseType = (typeof releaseTypes)[number];

/** What a list is of. */
export type ListSubject =
  | { readonly kind: 'organisation' }
  | { readonly kind: 'office'; readonly code: string }
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'topic'; readonly code: string }
  | { readonly kind: 'type'; readonly type: ReleaseType };

/** A list's name in the tables: `organisation`, `office:CO-BEIJING`, `country:CN`, `topic:labour`, `type:news`. */
export type ListKey = string;

export function listKey(subject: ListSubject): ListKey {
  switch (subject.kind) {
    case 'organisation':
      return 'organisation';
    case 'office':
    case 'country':
    case 'topic':
      return `${subject.kind}:${subject.code}`;
    case 'type':
      return `type:${subject.type}`;
    default:
      return unreachable(subject);
  }
}

/** Which of its two kinds of lists the organisation shows in a language: the language's own, or `any`. */
export function scopeOf({ locales }: Pick<Organisation, 'locales'>, locale: Locale): Locale | 'any' {
  return locales.some((one) => one.locale === locale && one.scope === 'locale') ? locale : 'any';
}

/** What decides the lists a release is on. */
export interface Placeable {
  readonly office: string;
  readonly type: ReleaseType;
  readonly countries: readonly string[];
  readonly topics: readonly string[];
  readonly organisationWide: boolean;
}

/**
 * The office list rule: a release is on an office's list when the office issued it, or it concerns a country the office
 * covers, or it is organisation-wide. Other lists by their own field; the organisation's list has all.
 */
export function listsOf(
  release: Placeable,
  offices: readonly { code: string; countries: readonly string[] }[],
): ListKey[] {
  const onOffice = (office: { code: string; countries: readonly string[] }) =>
    office.code === release.office ||
    release.organisationWide ||
    office.countries.some((country) => release.countries.includes(country));
  return [
    'organisation',
    ...offices.filter(onOffice).map((office) => `office:${office.code}`),
    ...release.countries.map((country) => `country:${country}`),
    ...release.topics.map((topic) => `topic:${topic}`),
    `type:${release.type}`,
  ];
}

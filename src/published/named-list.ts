import type { Locale } from '../platform/locales.ts';
import type { ListSubject } from './list.ts';
import { siteLocale } from './named-locale.ts';
import { type Directory, readSubject } from './named-subject.ts';
import type { Institution, Published } from './published.ts';

/** Where lists have their addresses, as routes name them; `directory` is null for the organisation's own. */
export interface ListBase {
  readonly path: string;
  readonly directory: Directory | null;
}

export const listBases: readonly ListBase[] = [
  { path: '/:locale', directory: null },
  { path: '/:locale/offices/:slug', directory: 'offices' },
  { path: '/:locale/countries/:slug', directory: 'countries' },
  { path: '/:locale/topics/:slug', directory: 'topics' },
  { path: '/:locale/types/:slug', directory: 'types' },
];

export interface NamedList {
  readonly institution: Institution;
  readonly locale: Locale;
  readonly subject: ListSubject;
}

/**
 * The list that the parts of an address name; null when there is none.
 *
 * @param params decoded: `locale`, and `slug` where there is a directory.
 */
export async function namedList(
  published: Pick<Published, 'institution'>,
  directory: Directory | null,
  params: Readonly<Record<string, string>>,
): Promise<NamedList | null> {
  const institution = await published.institution();
  const locale = siteLocale(params['locale'], institution);
  if (locale === null) return null;
  const subject: ListSubject | null =
    directory === null ? { kind: 'organisation' } : readSubject(directory, params['slug'] ?? '', institution);
  return subject === null ? null : { institution, locale, subject };
}

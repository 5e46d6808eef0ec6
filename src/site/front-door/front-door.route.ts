import type { Answer, Route, Visit } from '../../http/route.ts';
import { listPath, textPath } from '../../published/addresses.ts';
import type { Published } from '../../published/published.ts';
import type { LanguageOffered, TextFound } from '../../published/published-release.ts';
import { readReference } from '../../published/reference.ts';
import { leadTo } from '../around/answers.ts';
import { bestLanguage } from '../around/best-language.ts';

/** Addresses that name no language: each leads to the reader's best one. */
export function frontDoorRoutes(published: Published): Route[] {
  const byReference = (visit: Visit) => leadToText(published, visit);
  return [
    { name: 'front-door', path: '/', answer: (visit) => leadToList(published, visit) },
    { name: 'reference', path: '/r/:office/:year/:number', answer: byReference },
    { name: 'reference', path: '/r/:reference', answer: byReference },
  ];
}

async function leadToList(published: Published, { acceptLanguage }: Visit): Promise<Answer> {
  const institution = await published.institution();
  const { locales, defaultLocale } = institution.organisation;
  const offered = locales.map(({ locale }) => locale);
  const best = bestLanguage(acceptLanguage, offered, defaultLocale);
  return leadTo(listPath(best, { kind: 'organisation' }, institution));
}

async function leadToText(published: Published, { params, acceptLanguage }: Visit): Promise<Answer | null> {
  const written = params['reference'] ?? `${params['office']}/${params['year']}/${params['number']}`;
  const reference = readReference(written);
  if (reference === null) return null;

  const { organisation } = await published.institution();
  const found = await published.text(reference, organisation.defaultLocale, null);
  const all = found === null ? [] : languagesOf(found);
  const readable = all.filter(({ standing }) => standing !== 'retracted');
  const offered = readable.length > 0 ? readable : all;
  const [first] = offered;
  if (first === undefined) return null;

  const locales = offered.map(({ locale }) => locale);
  const otherwise = locales.includes(organisation.defaultLocale) ? organisation.defaultLocale : first.locale;
  const best = bestLanguage(acceptLanguage, locales, otherwise);
  const { slug } = offered.find(({ locale }) => locale === best) ?? first;
  return leadTo(textPath(best, reference, slug));
}

function languagesOf(found: TextFound): readonly LanguageOffered[] {
  switch (found.found) {
    case 'text':
      return found.text.languages;
    case 'tombstone':
      return found.tombstone.languages;
    case 'other-languages':
      return found.languages;
  }
}

import { numberIn } from '../../http/public-path.ts';
import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Answer, Route, SurfaceSettings, Visit } from '../../http/route.ts';
import { scriptedSecurityPolicy } from '../../http/security-headers.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Published } from '../../published/published.ts';
import { readQuery } from '../../search/read-query.ts';
import type { Search } from '../../search/search.ts';
import { page } from '../around/answers.ts';
import { type Stationery, stationeryFor } from '../around/stationery.ts';
import { withFormerAddresses } from '../former-address.ts';
import { searchPath } from '../site-addresses.ts';
import { openSearchRoute } from './open-search.route.ts';
import { queryWords } from './query-words.ts';
import { isAsked, LAST_PAGE, PAGE_SIZE, type SearchAsked, usualSort } from './search-asked.ts';
import { SearchPageView } from './search-page.view.tsx';
import { suggestionsRoute } from './suggestions.route.ts';

/** Looking words up in everything public: the page, what it suggests while one types, and how browsers find it. */
export function searchPageRoutes(published: Published, search: Search, settings: SurfaceSettings): Route[] {
  const answer = (visit: Visit) => answerSearch({ published, search, settings }, visit);
  return withFormerAddresses(published, settings, [
    { name: 'search-page', path: '/:locale/search', answer },
    { name: 'slash-too-many', path: '/:locale/search/', answer: async () => null },
    suggestionsRoute(published, search),
    openSearchRoute(published, settings),
  ]);
}

interface SearchDeps {
  readonly published: Published;
  readonly search: Search;
  readonly settings: SurfaceSettings;
}

async function answerSearch({ published, search, settings }: SearchDeps, visit: Visit): Promise<Answer | null> {
  const institution = await published.institution();
  const locale = siteLocale(visit.params['locale'], institution);
  if (locale === null) return null;
  const canonical = searchPath(locale);
  if (!isSpelled(visit.path, canonical))
    return movedTo(visit.query.size === 0 ? canonical : `${canonical}?${visit.query}`);

  const stationery = stationeryFor(institution, locale, settings.origin);
  const asked = readAsked(visit, stationery);
  const found = isAsked(asked.query)
    ? await search.find({
        ...{ query: asked.query, locale, fallback: institution.organisation.defaultLocale, sort: asked.sort },
        ...{ skip: (asked.page - 1) * PAGE_SIZE, limit: PAGE_SIZE },
      })
    : null;
  const answer = page(SearchPageView({ asked, found, stationery }));
  // There is no end of queries.
  return { ...answer, headers: { 'content-security-policy': scriptedSecurityPolicy }, keep: false };
}

function readAsked({ query: parameters }: Visit, stationery: Stationery): SearchAsked {
  const read = readQuery(parameters, { institution: stationery.institution, words: queryWords(stationery) });
  const wanted = parameters.get('sort');
  const hasBest = read.query.words.length > 0;
  const sort = wanted === 'newest' || (wanted === 'best' && hasBest) ? wanted : usualSort(read.query);
  return { ...read, sort, page: Math.min(LAST_PAGE, numberIn(parameters.get('page') ?? undefined) ?? 1) };
}

import { isSpelled, movedTo } from '../../http/redirect.ts';
import type { Route } from '../../http/route.ts';
import { textPath } from '../../published/addresses.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Published } from '../../published/published.ts';
import type { Search, SearchHit, Suggestions } from '../../search/search.ts';
import { formatDay } from '../../words/as-written.ts';
import { runs } from '../around/inline.view.tsx';
import { suggestionsPath } from '../site-addresses.ts';

/** What a query that is still being typed may become: `{ queries, hits: [{ headline, url, date, lang, dir }] }`. */
export function suggestionsRoute(published: Published, search: Search): Route {
  return {
    name: 'search-suggestions',
    path: '/:locale/search/suggestions',
    answer: async ({ params, path, query }) => {
      const locale = siteLocale(params['locale'], await published.institution());
      if (locale === null) return null;
      const text = (query.get('q') ?? '').trim();
      if (!isSpelled(path, suggestionsPath(locale))) return movedTo(`${suggestionsPath(locale)}?${query}`);
      const { queries, hits } = text === '' ? nothing : await search.suggest(text, locale);
      const body = JSON.stringify({ queries, hits: hits.map((hit) => hitOf(hit, locale)) });
      return { status: 200, type: 'application/json; charset=utf-8', body, keep: false };
    },
  };
}

const nothing: Suggestions = { queries: [], hits: [] };

function hitOf({ item, headline }: SearchHit, locale: string) {
  return {
    headline: headline.map(({ text }) => text).join(''),
    url: textPath(item.locale, item.reference, item.slug),
    date: formatDay(item.published.day, locale),
    lang: item.locale,
    dir: runs(item.locale),
  };
}

import { type Keyword, keywords, type QueryWords } from '../../search/query-words.ts';
import { countryName, languageName, ownName } from '../../words/as-written.ts';
import type { Stationery } from '../around/stationery.ts';

/** What readers of this page may call things in a query, besides what the institution calls them. */
export function queryWords({ words, locale }: Stationery): QueryWords {
  return {
    keywords: Object.fromEntries(keywords.map((one) => [one, words(`keyword-${one}`)])) as Record<Keyword, string>,
    typeNames: (type) => [words(`type-${type}`), words(`types-${type}`)],
    countryNames: (code) => [countryName(code, locale), countryName(code, 'en')],
    contentNames: (content) => [words(`content-${content}`)],
    languageNames: (one) => [languageName(one, locale), ownName(one), languageName(one, 'en')],
  };
}

import type { Locale } from '../platform/locales.ts';
import type { ReleaseType } from '../published/list.ts';
import type { Content } from './query.ts';

export const keywords = ['office', 'country', 'topic', 'type', 'lang', 'has', 'before', 'after'] as const;
export type Keyword = (typeof keywords)[number];

/** What a reader may write besides codes and English keywords, in the language of the page. */
export interface QueryWords {
  readonly keywords: Readonly<Record<Keyword, string>>;
  typeNames(type: ReleaseType): readonly string[];
  countryNames(code: string): readonly string[];
  languageNames(locale: Locale): readonly string[];
  contentNames(content: Content): readonly string[];
}

const named = (type: 'region' | 'language') => {
  const names = new Intl.DisplayNames('en', { type, fallback: 'none' });
  return (code: string): readonly string[] => {
    const name = names.of(code);
    return name === undefined ? [] : [name];
  };
};

/** For programs: codes, names that the institution itself gives, and those of countries and languages in English. */
export const codesOnly: QueryWords = {
  keywords: {
    office: 'office',
    country: 'country',
    topic: 'topic',
    type: 'type',
    lang: 'language',
    has: 'has',
    before: 'before',
    after: 'after',
  },
  typeNames: () => [],
  countryNames: named('region'),
  languageNames: named('language'),
  contentNames: () => [],
};

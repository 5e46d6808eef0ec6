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

/** For programs: codes, and names that the institution itself gives. */
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
  countryNames: () => [],
  languageNames: () => [],
  contentNames: () => [],
};

import { firstOf, type InLocales, type Locale } from '../platform/locales.ts';
import type { ListSubject } from '../published/list.ts';
import type { Institution } from '../published/published.ts';
import { countryName } from '../words/as-written.ts';
import { wordsFor } from '../words/words.ts';

/** What a list is called in a language. */
export function listName(subject: ListSubject, locale: Locale, { organisation, offices, topics }: Institution): string {
  const named = (all: readonly { code: string; names: InLocales }[], code: string) =>
    firstOf(all.find((one) => one.code === code)?.names ?? {}, [locale, organisation.defaultLocale])?.text ?? code;
  switch (subject.kind) {
    case 'organisation':
      return wordsFor(locale)('allReleases');
    case 'office':
      return named(offices, subject.code);
    case 'topic':
      return named(topics, subject.code);
    case 'country':
      return countryName(subject.code, locale);
    case 'type':
      return wordsFor(locale)(`types-${subject.type}`);
  }
}

export function organisationName({ organisation }: Institution, locale: Locale): string {
  return firstOf(organisation.names, [locale, organisation.defaultLocale])?.text ?? '';
}

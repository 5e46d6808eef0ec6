import type { Locale } from '../../platform/locales.ts';
import { firstOf, type InLocales } from '../../platform/locales.ts';
import type { Slugs } from '../../published/addresses.ts';
import type { Institution } from '../../published/published.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import type { Rendered } from './html.view.tsx';

/** What all pages of one language have in common. Made once, until something public changes. */
export interface Stationery {
  readonly institution: Institution;
  readonly locale: Locale;
  readonly words: Words;
  /** Without a slash at the end. */
  readonly origin: string;
  readonly slugs: Slugs;
  readonly organisation: Name;
  readonly offices: ReadonlyMap<string, Name>;
  readonly topics: ReadonlyMap<string, Name>;
  /** Parts of pages that were rendered before: at most 500. */
  readonly parts: Map<string, Rendered>;
}

/** A name in the page's language, else in another one, which is then said. */
export interface Name {
  readonly text: string;
  readonly lang: Locale | undefined;
}

const MAX_PARTS = 500;

const kept = new WeakMap<Institution, Map<string, Stationery>>();

/** @param locale one of the site's. */
export function stationeryFor(institution: Institution, locale: Locale, origin: string): Stationery {
  let byLocale = kept.get(institution);
  if (byLocale === undefined) {
    byLocale = new Map();
    kept.set(institution, byLocale);
  }
  const key = `${locale} ${origin}`;
  let stationery = byLocale.get(key);
  if (stationery === undefined) {
    stationery = print(institution, locale, origin);
    byLocale.set(key, stationery);
  }
  return stationery;
}

export function keepPart(stationery: Stationery, key: string, part: Rendered): Rendered {
  if (stationery.parts.size >= MAX_PARTS) stationery.parts.clear();
  stationery.parts.set(key, part);
  return part;
}

/** Languages stand in one order on all pages; those that the site does not speak come last. */
export function inSiteOrder<Offered extends { readonly locale: Locale }>(
  languages: readonly Offered[],
  { institution }: Stationery,
): Offered[] {
  const { locales } = institution.organisation;
  const places = new Map(locales.map(({ locale }, place) => [locale, place]));
  const placeOf = ({ locale }: Offered) => places.get(locale) ?? locales.length;
  return [...languages].sort((one, other) => placeOf(one) - placeOf(other));
}

/** @returns null when there is no such text in any language. */
export function nameIn(texts: InLocales, institution: Institution, locale: Locale): Name | null {
  const found = firstOf(texts, [locale, institution.organisation.defaultLocale]);
  return found === null ? null : { text: found.text, lang: found.locale === locale ? undefined : found.locale };
}

function print(institution: Institution, locale: Locale, origin: string): Stationery {
  const named = (one: { names: InLocales; code: string }): [string, Name] => [
    one.code,
    nameIn(one.names, institution, locale) ?? { text: one.code, lang: undefined },
  ];
  const words = wordsFor(locale);
  return {
    ...{ institution, locale, words, origin, slugs: institution, parts: new Map() },
    organisation: nameIn(institution.organisation.names, institution, locale) ?? {
      text: words('newsroom'),
      lang: undefined,
    },
    offices: new Map(institution.offices.map(named)),
    topics: new Map(institution.topics.map(named)),
  };
}

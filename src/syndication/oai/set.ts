import { firstOf, type InLocales, type Locale } from '../../platform/locales.ts';
import type { HarvestedText, HarvestSubject } from '../../published/harvest.ts';
import type { Institution } from '../../published/published.ts';
import { countryName, ownName } from '../../words/as-written.ts';
import { wordsFor } from '../../words/words.ts';

/** A part of what can be harvested. What a text is in never changes, so no harvest misses one that came in later. */
export interface OaiSet {
  /** `country`, or below it `country:CN`. */
  readonly spec: string;
  readonly name: string;
  /** Null: everything there is. */
  readonly of: HarvestSubject | null;
}

/** By the office that issued a text, not by the lists it stands on: an office may cover more countries later. */
export function allSets(institution: Institution, locales: readonly Locale[]): OaiSet[] {
  const { organisation, offices, topics, countries, types } = institution;
  const { defaultLocale } = organisation;
  const words = wordsFor(defaultLocale);
  const named = (names: InLocales, code: string) => firstOf(names, [defaultLocale])?.text ?? code;
  const below = (kind: HarvestSubject['kind'], value: string, name: string): OaiSet => {
    return { spec: specOf(kind, value), name, of: { kind, value } };
  };
  return [
    { spec: 'office', name: words('offices'), of: null },
    ...offices.map(({ code, names }) => below('office', code, named(names, code))),
    { spec: 'country', name: words('countries'), of: { kind: 'country', value: null } },
    ...countries.map((code) => below('country', code, countryName(code, defaultLocale))),
    { spec: 'topic', name: words('topics'), of: { kind: 'topic', value: null } },
    ...topics.map(({ code, names }) => below('topic', code, named(names, code))),
    { spec: 'type', name: words('types'), of: null },
    ...types.map((type) => below('type', type, words(`types-${type}`))),
    { spec: 'language', name: words('languages'), of: null },
    ...locales.map((locale) => below('language', locale, ownName(locale))),
  ];
}

export function setSpecsOf({ office, countries, topics, type, locale }: HarvestedText): string[] {
  return [
    specOf('office', office),
    ...countries.map((code) => specOf('country', code)),
    ...topics.map((code) => specOf('topic', code)),
    specOf('type', type),
    specOf('language', locale),
  ];
}

/** A code may hold what the protocol does not take in the name of a set: `Häfen` becomes `H~C3~A4fen`. */
function specOf(kind: HarvestSubject['kind'], value: string): string {
  return `${kind}:${encodeURIComponent(value).replaceAll('~', '%7E').replaceAll('%', '~')}`;
}

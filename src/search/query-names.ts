import type { InLocales, Locale } from '../platform/locales.ts';
import { type ReleaseType, releaseTypes } from '../published/list.ts';
import { countriesOf } from '../published/named-subject.ts';
import type { Institution } from '../published/published.ts';
import { type Content, contents } from './query.ts';
import type { QueryWords } from './query-words.ts';
import { foldWhole } from './terms/fold.ts';

/** Which of the things that a filter can name is meant: by code or slug, else by a name, whatever its case and accents. */
export function officesNamed(text: string, { offices }: Institution): string[] {
  return meant(text, offices.map(ofInstitution));
}

export function topicsNamed(text: string, { topics }: Institution): string[] {
  return meant(text, topics.map(ofInstitution));
}

export function countriesNamed(text: string, institution: Institution, words: QueryWords): string[] {
  const known = countriesOf(institution);
  return meant(
    text,
    known.map((code) => ({ value: code, codes: [code], names: words.countryNames(code) })),
  );
}

export function typesNamed(text: string, words: QueryWords): ReleaseType[] {
  return meant(
    text,
    releaseTypes.map((type) => ({ value: type, codes: [type], names: words.typeNames(type) })),
  );
}

export function contentsNamed(text: string, words: QueryWords): Content[] {
  return meant(
    text,
    contents.map((content) => ({ value: content, codes: [content], names: words.contentNames(content) })),
  );
}

/** `zh` means every Chinese there is. */
export function localesNamed(text: string, institution: Institution, words: QueryWords): Locale[] {
  const { organisation, offices } = institution;
  const known = new Set([
    ...organisation.locales.map(({ locale }) => locale),
    ...offices.flatMap(({ locales }) => locales),
  ]);
  const named = [...known].map((locale) => ({ value: locale, codes: [locale], names: words.languageNames(locale) }));
  const exactly = meant(text, named);
  if (exactly.length > 0) return exactly;
  return [...known].filter((locale) => locale.toLowerCase().startsWith(`${text.toLowerCase()}-`));
}

interface Nameable<Value> {
  readonly value: Value;
  readonly codes: readonly string[];
  readonly names: readonly string[];
}

function ofInstitution(one: { code: string; slug: string; names: InLocales }): Nameable<string> {
  return { value: one.code, codes: [one.code, one.slug], names: Object.values(one.names) };
}

function meant<Value>(text: string, things: readonly Nameable<Value>[]): Value[] {
  const wanted = text.toLowerCase();
  const byCode = things.filter(({ codes }) => codes.some((code) => code.toLowerCase() === wanted));
  if (byCode.length > 0) return byCode.map(({ value }) => value);
  const folded = foldWhole(text);
  if (folded === '') return [];
  return things.filter(({ names }) => names.some((name) => foldWhole(name) === folded)).map(({ value }) => value);
}

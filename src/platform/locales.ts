import { Fault } from './faults.ts';

/** A BCP 47 language tag in canonical form: `en`, `zh-Hans`, `mn`. */
export type Locale = string;

/** A name or short text in several languages. */
export type InLocales = Readonly<Record<Locale, string>>;

const canonicals = new Map<string, Locale>();

/**
 * @param text a language tag in any case, at most 35 characters.
 * @throws Fault LOCALE_INVALID
 */
export function localeOf(text: string): Locale {
  const known = canonicals.get(text);
  if (known !== undefined) return known;
  try {
    const [canonical] = text.length <= 35 ? Intl.getCanonicalLocales(text) : [];
    // Well-formed may be longer (“english”), but no language is registered so.
    if (canonical !== undefined && new Intl.Locale(canonical).language.length <= 3) {
      if (canonicals.size < 1_000) canonicals.set(text, canonical);
      return canonical;
    }
  } catch (cause) {
    throw new Fault('LOCALE_INVALID', { text }, { cause });
  }
  throw new Fault('LOCALE_INVALID', { text });
}

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Which way a text in this language runs. */
export function directionOf(locale: Locale): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(locale).language) ? 'rtl' : 'ltr';
}

/** The text in the first of `locales` that has one, else in any language; null when there is none at all. */
export function firstOf(texts: InLocales, locales: readonly Locale[]): { locale: Locale; text: string } | null {
  for (const locale of [...locales, ...Object.keys(texts)]) {
    const text = texts[locale];
    if (text !== undefined) return { locale, text };
  }
  return null;
}

import type { Locale } from '../platform/locales.ts';
import type { Institution } from './published.ts';

/** A language of the site, however its tag is written in the address; null when it is none. */
export function siteLocale(text: string | undefined, institution: Institution): Locale | null {
  const wanted = text?.toLowerCase();
  return institution.organisation.locales.find(({ locale }) => locale.toLowerCase() === wanted)?.locale ?? null;
}

/** The language of a text, which may be one that the site itself does not speak; null for what is no language tag. */
export function textLocale(text: string, institution: Institution): Locale | null {
  return siteLocale(text, institution) ?? canonicalTag(text);
}

function canonicalTag(tag: string): Locale | null {
  if (!/^[a-z0-9-]{2,35}$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

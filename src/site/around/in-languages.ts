import type { Locale } from '../../platform/locales.ts';
import type { InLanguage } from './document.view.tsx';
import type { Stationery } from './stationery.ts';

/** Where the same page is in each language of the site, in the site's order. */
export function inLanguages(stationery: Stationery, pathIn: (locale: Locale) => string): InLanguage[] {
  return stationery.institution.organisation.locales.map(({ locale }) => ({ locale, path: pathIn(locale) }));
}

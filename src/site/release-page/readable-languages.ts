import { textPath } from '../../published/addresses.ts';
import type { LanguageOffered } from '../../published/published-release.ts';
import type { Reference } from '../../published/reference.ts';
import type { InLanguage } from '../around/document.view.tsx';
import { inSiteOrder, type Stationery } from '../around/stationery.ts';

/** The languages in which a release can still be read, each with its address, in the order of the site. */
export function readableLanguages(
  reference: Reference,
  languages: readonly LanguageOffered[],
  stationery: Stationery,
): InLanguage[] {
  return inSiteOrder(languages, stationery)
    .filter((one) => one.standing !== 'retracted')
    .map(({ locale, slug }) => ({ locale, path: textPath(locale, reference, slug) }));
}

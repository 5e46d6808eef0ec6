import { textPath } from '../../published/addresses.ts';
import type { LanguageOffered } from '../../published/published-release.ts';
import type { Reference } from '../../published/reference.ts';
import type { InLanguage } from '../around/document.view.tsx';

/** The languages in which a release can still be read, each with its address. */
export function readableLanguages(reference: Reference, languages: readonly LanguageOffered[]): InLanguage[] {
  return languages
    .filter((one) => one.standing !== 'retracted')
    .map(({ locale, slug }) => ({ locale, path: textPath(locale, reference, slug) }));
}

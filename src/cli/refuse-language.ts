import type { Office, SiteLocale } from '../offices/office.ts';
import { sameInWriting } from '../platform/closest-language.ts';
import type { Locale } from '../platform/locales.ts';
import { refuse } from './option.ts';

export interface KnownLanguages {
  /** Null before the organisation is named. */
  readonly site: readonly SiteLocale[] | null;
  readonly office: Pick<Office, 'code' | 'locales'>;
}

/**
 * Refuses a list in a language that nobody here has: what is public in the wrong one stays so.
 *
 * @throws Fault SETTING_INVALID with what to write. Where neither the site nor the office has any language, there is nothing to
 *   compare with.
 */
export function refuseLanguage(locale: Locale, { site, office }: KnownLanguages): void {
  const ofSite = (site ?? []).map((one) => one.locale);
  const known = [...ofSite, ...office.locales];
  if (known.length === 0 || known.includes(locale)) return;

  const meant = sameInWriting(locale, known);
  if (meant !== undefined) {
    const order = /-[A-Z]{2}$/.test(locale) ? ' How slashed dates are meant is said with --slashed-dates.' : '';
    refuse(
      '--locale',
      `${locale} is no language of this newsroom, and ${meant} is. Write --locale ${meant}; for one that is not here yet, add --new-language.${order}`,
    );
  }
  const ofOffice = `${office.code} (${office.locales.join(', ') || 'none'})`;
  const nobody =
    site === null
      ? `${ofOffice} has no ${locale}.`
      : `neither the site (${ofSite.join(', ')}) nor ${ofOffice} has ${locale}.`;
  const command =
    site === null
      ? `bin/dateline office ${office.code} --locales ${[...office.locales, locale].join(',')}`
      : `bin/dateline organisation --locales ${[...site.map((one) => `${one.locale}:${one.scope}`), `${locale}:any`].join(',')}`;
  refuse(
    '--locale',
    `${nobody} What is public in the wrong language stays so. To have it: ${command} For texts without lists of their own, add --new-language.`,
  );
}

import type { Office, SiteLocale } from '../offices/office.ts';
import type { Locale } from '../platform/locales.ts';
import type { CommandContext } from './command.ts';
import type { OptionTable } from './option.ts';

/**
 * Names the languages that texts are in and the site is not: their texts stand on no list of that language.
 *
 * @param site null before the organisation is named: then every language may come.
 */
export function remarkOnLanguages(
  { remark }: Pick<CommandContext<OptionTable>, 'remark'>,
  site: readonly SiteLocale[] | null,
  wanted: readonly Locale[],
): void {
  const here = site?.map(({ locale, scope }) => `${locale}:${scope}`) ?? [];
  const missing = wanted.filter((one) => !site?.some(({ locale }) => locale === one));
  if (site === null || missing.length === 0) return;
  const all = [...here, ...missing.map((locale) => `${locale}:any`)].join(',');
  remark(
    `The site has no lists in ${missing.join(', ')} yet. To have them: bin/dateline organisation --locales ${all}`,
  );
}

/** Says that an office is to write in a language that it has not said it writes in. */
export function remarkOnOffice(
  { remark }: Pick<CommandContext<OptionTable>, 'remark'>,
  office: Pick<Office, 'code' | 'locales'> | undefined,
  locale: Locale | null,
): void {
  if (office === undefined || locale === null || office.locales.includes(locale)) return;
  const { code, locales } = office;
  const all = [...locales, locale].join(',');
  remark(
    `${code} has said that it writes in ${locales.join(', ')}, not in ${locale}. To add it: bin/dateline office ${code} --locales ${all}`,
  );
}

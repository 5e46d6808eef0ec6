import type { Newsroom } from '../newsroom.ts';
import type { Locale } from '../platform/locales.ts';
import type { CommandContext } from './command.ts';
import type { OptionTable } from './option.ts';

/** Names the languages that texts are in and the site is not: their texts stand on no list of that language. */
export async function remarkOnLanguages(
  { remark }: Pick<CommandContext<OptionTable>, 'remark'>,
  newsroom: Newsroom,
  wanted: readonly Locale[],
): Promise<void> {
  const organisation = await newsroom.organisation();
  const here = organisation?.locales.map(({ locale, scope }) => `${locale}:${scope}`) ?? [];
  const missing = wanted.filter((one) => !organisation?.locales.some(({ locale }) => locale === one));
  if (organisation === null || missing.length === 0) return;
  const all = [...here, ...missing.map((locale) => `${locale}:any`)].join(',');
  remark(
    `The site has no lists in ${missing.join(', ')} yet. To have them: bin/dateline organisation --locales ${all}`,
  );
}

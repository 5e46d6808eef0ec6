import { numberIn } from '../../http/public-path.ts';
import type { Visit } from '../../http/route.ts';
import { closestLanguage } from '../../platform/closest-language.ts';
import { siteLocale } from '../../published/named-locale.ts';
import type { Institution } from '../../published/published.ts';

/**
 * The same address in the language of the site that its first part comes closest to: `/zh-CN/2026` is `/zh-Hans/2026`. Null
 * where that part is a language of the site already, or close to none.
 *
 * `/zh-TW` is in Traditional characters, and comes to `zh-Hans` where the site has no `zh-Hant`: the front door leads such a
 * reader there too, the page says what it is in, and browsers ask again each time, so a `zh-Hant` added later is found.
 */
export function closestAddress(path: string, institution: Institution): string | null {
  const [, named = '', rest = ''] = /^\/([^/]+)(.*)$/s.exec(path) ?? [];
  if (siteLocale(named, institution) !== null) return null;
  const closest = closestLanguage(
    named,
    institution.organisation.locales.map(({ locale }) => locale),
  );
  return closest === undefined ? null : `/${closest}${rest}`;
}

/** Four digits. */
export function yearIn(text: string | undefined): number | null {
  return text !== undefined && /^\d{4}$/.test(text) && text !== '0000' ? Number(text) : null;
}

/** Is every part that the route names well formed? A part that it does not name is. */
export function readParts({ params }: Visit): { year: number | null; number: number | null; after?: number } | null {
  const year = yearIn(params['year']);
  const number = numberIn(params['number']);
  const after = numberIn(params['after']);
  if ('year' in params && year === null) return null;
  if ('number' in params && number === null) return null;
  if ('after' in params && after === null) return null;
  return { year, number, ...(after === null ? {} : { after }) };
}

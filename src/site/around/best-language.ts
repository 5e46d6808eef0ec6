import { closestLanguage } from '../../platform/closest-language.ts';
import type { Locale } from '../../platform/locales.ts';

/** More than any browser sends; the rest of a longer list is not read. */
const MAX_RANGES = 20;

/**
 * Which of `offered` suits the reader best; `otherwise` when none does.
 *
 * @param accept Accept-Language as sent; empty when none. RFC 9110, section 12.5.4.
 */
export function bestLanguage(accept: string, offered: readonly Locale[], otherwise: Locale): Locale {
  for (const wanted of wantedLanguages(accept)) {
    if (wanted === '*') return otherwise;
    const best = offered.find((locale) => locale.toLowerCase() === wanted) ?? closestLanguage(wanted, offered);
    if (best !== undefined) return best;
  }
  return otherwise;
}

/** Most wanted first; those that are ruled out (`q=0`) are left out. */
function wantedLanguages(accept: string): string[] {
  const ranges = accept.slice(0, 1_000).toLowerCase().split(',', MAX_RANGES);
  const wanted = ranges.flatMap((range) => {
    const match = /^\s*([a-z0-9-]{1,35}|\*)\s*(?:;\s*q=([01](?:\.\d{0,3})?)\s*)?$/.exec(range);
    return match === null ? [] : [{ language: match[1] as string, weight: Number(match[2] ?? 1) }];
  });
  return wanted
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .map(({ language }) => language);
}

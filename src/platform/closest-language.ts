import type { Locale } from './locales.ts';

/** In characters: what BCP 47 asks to be taken, section 4.4.1. */
const LONGEST_TAG = 35;

/**
 * The same language in the same script, else the same language; undefined when none is.
 *
 * @param wanted a language tag in any case; anything else is of no language.
 */
export function closestLanguage(wanted: string, offered: readonly Locale[]): Locale | undefined {
  const asked = likely(wanted);
  if (asked === null) return undefined;
  const same = offered.filter((locale) => likely(locale)?.language === asked.language);
  return sameInWriting(wanted, same) ?? same[0];
}

/** The same language in the same script: `zh-CN` is `zh-Hans`, and `zh-TW` is not. */
export function sameInWriting(wanted: string, offered: readonly Locale[]): Locale | undefined {
  const asked = likely(wanted);
  if (asked === null) return undefined;
  return offered.find((locale) => {
    const one = likely(locale);
    return one?.language === asked.language && one.script === asked.script;
  });
}

/** `und` names no language, though its likeliest is English. */
function likely(tag: string): Intl.Locale | null {
  if (tag.length > LONGEST_TAG || /^und\b/i.test(tag)) return null;
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    return null;
  }
}

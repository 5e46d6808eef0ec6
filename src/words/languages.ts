import type { Locale } from '../platform/locales.ts';
import { ar } from './ar.ts';
import { en, type WordKey } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { mn } from './mn.ts';
import { ru } from './ru.ts';
import { zhHans } from './zh-hans.ts';

/** The languages the interface speaks. A new one is a new file and a line here. */
export const interfaceWords = { en, fr, es, ar, 'zh-Hans': zhHans, mn, ru } as const satisfies Record<
  string,
  Record<WordKey, string>
>;

export type InterfaceLanguage = keyof typeof interfaceWords;

const nearestOf = new Map<Locale, InterfaceLanguage>();

/** In which language the interface speaks to readers of `locale`: its own, one of the same script, else English. */
export function interfaceLanguage(locale: Locale): InterfaceLanguage {
  const known = nearestOf.get(locale);
  if (known !== undefined) return known;

  const wanted = new Intl.Locale(locale).maximize();
  const nearest = (Object.keys(interfaceWords) as InterfaceLanguage[]).find((language) => {
    const spoken = new Intl.Locale(language).maximize();
    return spoken.language === wanted.language && spoken.script === wanted.script;
  });
  if (nearestOf.size >= 1_000) nearestOf.clear();
  nearestOf.set(locale, nearest ?? 'en');
  return nearest ?? 'en';
}

import { createRequire } from 'node:module';
import type { Locale } from '../../platform/locales.ts';
import { arabicStem } from './arabic-stem.ts';
import { kindOfScript, type SpacedScript } from './character-kinds.ts';
import { mongolianStem } from './mongolian-stem.ts';

export interface Stemmer {
  /** The kind of the letters it knows: a Latin word in a Russian text stays as it is. */
  readonly kind: number;
  readonly stem: (word: string) => string;
}

const require = createRequire(import.meta.url);

type Load = () => { stemmer: (word: string) => string };

/** Loaded at the first word of the language, and at once: an index cannot wait in the middle of a text. */
const stemmers: Readonly<Record<string, readonly [SpacedScript, Load]>> = {
  ar: ['Arabic', () => ({ stemmer: arabicStem })],
  da: ['Latin', () => require('@orama/stemmers/danish')],
  de: ['Latin', () => require('@orama/stemmers/german')],
  el: ['Greek', () => require('@orama/stemmers/greek')],
  en: ['Latin', () => require('@orama/stemmers/english')],
  es: ['Latin', () => require('@orama/stemmers/spanish')],
  fi: ['Latin', () => require('@orama/stemmers/finnish')],
  fr: ['Latin', () => require('@orama/stemmers/french')],
  ga: ['Latin', () => require('@orama/stemmers/irish')],
  hi: ['Devanagari', () => require('@orama/stemmers/indian')],
  hu: ['Latin', () => require('@orama/stemmers/hungarian')],
  hy: ['Armenian', () => require('@orama/stemmers/armenian')],
  id: ['Latin', () => require('@orama/stemmers/indonesian')],
  it: ['Latin', () => require('@orama/stemmers/italian')],
  lt: ['Latin', () => require('@orama/stemmers/lithuanian')],
  mn: ['Cyrillic', () => ({ stemmer: mongolianStem })],
  nb: ['Latin', () => require('@orama/stemmers/norwegian')],
  nl: ['Latin', () => require('@orama/stemmers/dutch')],
  no: ['Latin', () => require('@orama/stemmers/norwegian')],
  pt: ['Latin', () => require('@orama/stemmers/portuguese')],
  ro: ['Latin', () => require('@orama/stemmers/romanian')],
  ru: ['Cyrillic', () => require('@orama/stemmers/russian')],
  sv: ['Latin', () => require('@orama/stemmers/swedish')],
  tr: ['Latin', () => require('@orama/stemmers/turkish')],
  uk: ['Cyrillic', () => require('@orama/stemmers/ukrainian')],
};

/** Null for a language whose words are found as they are written. */
export function stemmerOf(locale: Locale): Stemmer | null {
  const [script, load] = stemmers[new Intl.Locale(locale).language] ?? [];
  return script === undefined || load === undefined ? null : { kind: kindOfScript(script), stem: load().stemmer };
}

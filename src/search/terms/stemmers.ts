import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { Locale } from '../../platform/locales.ts';
import { kindOfScript, type SpacedScript } from './character-kinds.ts';

export interface Stemmer {
  /** The kind of the letters it knows: a Latin word in a Russian text stays as it is. */
  readonly kind: number;
  readonly stem: (word: string) => string;
}

const stemmers: Readonly<Record<string, readonly [SpacedScript, (word: string) => string]>> = {
  ar: ['Arabic', arabic],
  da: ['Latin', danish],
  de: ['Latin', german],
  en: ['Latin', english],
  es: ['Latin', spanish],
  fi: ['Latin', finnish],
  fr: ['Latin', french],
  it: ['Latin', italian],
  nb: ['Latin', norwegian],
  nl: ['Latin', dutch],
  no: ['Latin', norwegian],
  pt: ['Latin', portuguese],
  ru: ['Cyrillic', russian],
  sv: ['Latin', swedish],
};

/** Null for a language whose words are found as they are written. */
export function stemmerOf(locale: Locale): Stemmer | null {
  const [script, stem] = stemmers[new Intl.Locale(locale).language] ?? [];
  return script === undefined || stem === undefined ? null : { kind: kindOfScript(script), stem };
}

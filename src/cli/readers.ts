import type { SiteLocale } from '../offices/office.ts';
import { type InLocales, type Locale, localeOf } from '../platform/locales.ts';
import { encodingNamed } from '../transfer/old-encodings.ts';
import { Problem, refuse } from './option.ts';

/** Ways to read an option's value. Each throws a Problem that says what to write instead. */

export function anyText(text: string): string {
  if (text.trim() === '') throw new Problem('it is empty. Write something behind it.');
  return text;
}

/** @returns a reader of whole numbers from `least` to `most`. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new Problem(`“${text}” is not a whole number from ${least} to ${most}. Write one.`);
  };
}

/** @returns a reader of one of these words. */
export function oneOf<const Word extends string>(words: readonly Word[]): (text: string) => Word {
  return (text) => {
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    throw new Problem(`“${text}” is not one of: ${words.join(', ')}. Write one of these.`);
  };
}

/** What a text is written in, by any name that browsers know it by. */
export function encodingLabel(text: string): string {
  const found = encodingNamed(text);
  if (found !== null) return found;
  throw new Problem(`“${text}” is no encoding that is known here. Write one like windows-1252, gb18030 or utf-8.`);
}

export function onOrOff(text: string): boolean {
  return oneOf(['on', 'off'])(text) === 'on';
}

/** Words with commas between them, none of them empty. */
export function wordList(text: string): readonly string[] {
  const words = text.split(',').map((word) => word.trim());
  if (words.includes(''))
    throw new Problem(`“${text}” has an empty place. Write words with single commas between them.`);
  return words;
}

/** Language tags with commas between them, in canonical form. */
export function localeList(text: string): readonly Locale[] {
  return wordList(text).map(localeOf);
}

/** `en:any,fr:locale`: the languages of a site, and what the lists of each show; `any` where nothing is said. */
export function siteLocales(text: string): readonly SiteLocale[] {
  return wordList(text).map((word) => {
    const [tag = '', scope = 'any'] = word.split(':');
    return { locale: localeOf(tag), scope: oneOf(['any', 'locale'])(scope) };
  });
}

/** `en=Country Office`: a text and the language it is in. */
export function inLocale(text: string): readonly [Locale, string] {
  const at = text.indexOf('=');
  if (at < 1 || text.slice(at + 1).trim() === '') {
    throw new Problem(`“${text}” does not say which language it is in. Write it like en="…".`);
  }
  return [localeOf(text.slice(0, at)), text.slice(at + 1)];
}

/**
 * One text per language, from an option that was typed once for each: `--name en="…" --name fr="…"`.
 *
 * @param typed the option's name as typed, for the refusal: `--name`.
 * @throws Fault SETTING_INVALID when a language was given twice.
 */
export function readPairs(typed: string, pairs: readonly (readonly [Locale, string])[]): InLocales {
  const texts = new Map<Locale, string>();
  for (const [locale, text] of pairs) {
    if (texts.has(locale)) refuse(typed, `it was given twice in ${locale}. Give it once for each language.`);
    texts.set(locale, text);
  }
  return Object.fromEntries(texts);
}

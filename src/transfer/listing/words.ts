import type { Locale } from '../../platform/locales.ts';

/** Columns a text takes on a fixed-width screen: Chinese, Japanese and Korean characters take two. */
export function columnsOf(text: string): number {
  let columns = text.length;
  for (const _ of text.matchAll(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/g))
    columns++;
  return columns;
}

/** Ends as a sentence ends, whatever closes after the stop. */
export function endsSentence(text: string): boolean {
  return /[.!?。！？؟۔…।॥．][\s"'”’»›“‘」』)）\]】]*$/u.test(text);
}

/** Only the address of a page, and nothing that a reader is told. */
export function isAddress(text: string): boolean {
  return /^(?:https?:\/\/|www\.)\S+$/i.test(text);
}

/** Joins the lines of a wrapped text: with a space, but not between ideographs nor after a hyphen at the line's end. */
export function joinWrapped(before: string, after: string): string {
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！「」『』（）《》“”]/u;
  const last = [...before.slice(-2)].at(-1) ?? '';
  const first = String.fromCodePoint(after.codePointAt(0) ?? 32);
  const isHan = (character: string) => unspaced.test(character) && !/[“”]/.test(character);
  if (isHan(last) && isHan(first)) return before + after;
  const suspended = /^(?:and|or|und|oder|bzw|et|ou|y|e|o|u|и|или)\b/iu.test(after);
  if (/\p{L}[-\u00ad\u2010]$/u.test(before) && /^\p{L}/u.test(after) && !suspended) return before + after;
  return `${before} ${after}`;
}

/** Does `locale` belong to one of these languages? */
export function isLanguage(locale: Locale, ...languages: readonly string[]): boolean {
  return languages.includes(locale.split('-')[0]?.toLowerCase() ?? '');
}

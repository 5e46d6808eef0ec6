import { Fault } from '../platform/faults.ts';
import type { Locale } from '../platform/locales.ts';

/** By script (ISO 15924): letters that a text in it cannot do without. Mongolian is written in two. */
const letters: Readonly<Record<string, RegExp>> = {
  Latn: /\p{Script=Latin}/u,
  Cyrl: /[\p{Script=Cyrillic}\p{Script=Mongolian}]/u,
  Arab: /\p{Script=Arabic}/u,
  Hans: /\p{Script=Han}/u,
  Hant: /\p{Script=Han}/u,
  Jpan: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Kore: /[\p{Script=Han}\p{Script=Hangul}]/u,
};

export interface ScriptCheck {
  look(text: { readonly headline: string; readonly summary: string | null }): void;
  /** IMPORT_OTHER_LANGUAGE where none of the texts so far has a letter of the script; null where one has, or there is none yet. */
  problem(): Fault | null;
}

/** Looks whether texts can be in the language that was named for them: what is public in the wrong one stays so for ever. */
export function openScriptCheck(locale: Locale): ScriptCheck {
  const letter = letters[new Intl.Locale(locale).maximize().script ?? ''] ?? /./u;
  let looked = 0;
  let isWrittenIn = false;
  return {
    look({ headline, summary }) {
      looked += 1;
      isWrittenIn ||= letter.test(headline) || letter.test(summary ?? '');
    },
    problem: () => (looked > 0 && !isWrittenIn ? new Fault('IMPORT_OTHER_LANGUAGE', { locale, texts: looked }) : null),
  };
}

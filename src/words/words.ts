import { IntlMessageFormat } from 'intl-messageformat';
import type { Locale } from '../platform/locales.ts';
import type { WordKey } from './en.ts';
import { type InterfaceLanguage, interfaceLanguage, interfaceWords } from './languages.ts';

export type Values = Readonly<Record<string, string | number>>;

/** A message of the interface in one language, its arguments filled in. Plain text: the surface escapes it. */
export type Words = (key: WordKey, values?: Values) => string;

const spoken = new Map<InterfaceLanguage, Words>();

/** The interface's words for readers of `locale`; in the nearest language it speaks, else English. */
export function wordsFor(locale: Locale): Words {
  const language = interfaceLanguage(locale);
  let words = spoken.get(language);
  if (words === undefined) {
    words = speak(language);
    spoken.set(language, words);
  }
  return words;
}

function speak(language: InterfaceLanguage): Words {
  const messages: Readonly<Record<WordKey, string>> = interfaceWords[language];
  const formats = new Map<WordKey, IntlMessageFormat>();
  return (key, values) => {
    const message = messages[key];
    if (values === undefined) return message;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, language);
      formats.set(key, format);
    }
    return String(format.format(values as Record<string, string | number>));
  };
}

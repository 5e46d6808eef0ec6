import { IntlMessageFormat } from 'intl-messageformat';
import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { now } from '../clock.ts';
import type { Word } from './en.ts';

/** The languages of the desk: each is one file. A new one is a new file and a line here. */
const files = {
  en: async () => (await import('./en.ts')).en,
  fr: async () => (await import('./fr.ts')).fr,
  es: async () => (await import('./es.ts')).es,
  'zh-Hans': async () => (await import('./zh-Hans.ts')).zhHans,
} as const satisfies Record<string, () => Promise<Record<Word, string>>>;

export type DeskLanguage = keyof typeof files;
export const deskLanguages = Object.keys(files) as readonly DeskLanguage[];

type Facts = Readonly<Record<string, string | number>>;

/** The words of the desk in one language, and times as it writes them. */
export interface Words {
  readonly language: DeskLanguage;
  /** The tag by which it writes dates. */
  readonly dates: string;
  readonly say: (word: Word, facts?: Facts) => string;
  /** An instant as a person reads it: `Monday 2 March 2026 at 09:00 (CET)`. @param timeZone default: this computer's. */
  readonly instant: (instant: string, timeZone?: string) => string;
  /** `2 Mar, 09:00`; with the year when it is another, and with the zone where one is given. */
  readonly moment: (instant: string, timeZone?: string) => string;
  readonly time: (instant: string | Date) => string;
  /** A civil day, `2026-03-02`: `2 March 2026`. */
  readonly day: (day: string) => string;
  readonly languageName: (locale: string) => string;
  readonly countryName: (code: string) => string;
  readonly list: (items: readonly string[]) => string;
}

export function speak(language: DeskLanguage, messages: Readonly<Record<Word, string>>): Words {
  const formats = new Map<Word, IntlMessageFormat>();
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const countries = new Intl.DisplayNames([language], { type: 'region' });
  const enumeration = new Intl.ListFormat(language, { type: 'disjunction' });
  // Institutions write English dates day first, and read clocks of 24 hours.
  const dates = language === 'en' ? 'en-GB' : language;
  const written = (instant: string | Date, options: Intl.DateTimeFormatOptions) => {
    const date = new Date(instant);
    return Number.isNaN(date.getTime()) ? String(instant) : new Intl.DateTimeFormat(dates, options).format(date);
  };
  const say: Words['say'] = (word, facts) => {
    const message = messages[word];
    if (facts === undefined) return message;
    let format = formats.get(word);
    if (format === undefined) {
      format = new IntlMessageFormat(message, language);
      formats.set(word, format);
    }
    return String(format.format({ ...facts }));
  };
  // Behind the hour, as on the public pages: Chinese would else have it before.
  const withZone = (instant: string, options: Intl.DateTimeFormatOptions) => {
    const name = written(instant, options);
    const named = { hour: '2-digit', timeZone: options.timeZone, timeZoneName: 'short' } as const;
    const parts = name === instant ? [] : new Intl.DateTimeFormat(dates, named).formatToParts(new Date(instant));
    const zone = parts.find(({ type }) => type === 'timeZoneName')?.value;
    return zone === undefined ? name : say('bracketed', { name, words: zone });
  };
  return {
    ...{ language, dates, say },
    instant: (instant, timeZone) =>
      withZone(instant, {
        ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
        timeZone,
      }),
    moment: (instant, timeZone) => {
      const isThisYear = new Date(instant).getFullYear() === now().getFullYear();
      const year = isThisYear ? {} : ({ year: 'numeric' } as const);
      const moment = { ...year, day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
      return timeZone === undefined ? written(instant, moment) : withZone(instant, { ...moment, timeZone });
    },
    day: (day) => written(`${day}T00:00:00Z`, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
    time: (instant) => written(instant, { hour: '2-digit', minute: '2-digit' }),
    languageName: (locale) => nameOf(languages, locale),
    countryName: (code) => nameOf(countries, code),
    list: (items) => enumeration.format(items),
  };
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The nearest language the desk speaks. */
export function deskLanguage(wanted: readonly string[]): DeskLanguage {
  for (const one of wanted) {
    const found = deskLanguages.find((language) => isNear(language, one));
    if (found !== undefined) return found;
  }
  return 'en';
}

function isNear(language: DeskLanguage, wanted: string): boolean {
  try {
    const [a, b] = [new Intl.Locale(language).maximize(), new Intl.Locale(wanted).maximize()];
    return a.language === b.language;
  } catch {
    return false;
  }
}

const chosen = 'dateline.language';

const WordsContext = createContext<{ words: Words; choose: (language: string) => void } | null>(null);

/** Holds what is under it back until the words are there: a few kilobytes from the same server. */
export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() =>
    deskLanguage([localStorage.getItem(chosen) ?? '', ...navigator.languages]),
  );
  const [words, setWords] = useState<Words | null>(null);
  useEffect(() => {
    let isWanted = true;
    void files[language]().then((messages) => {
      if (!isWanted) return;
      document.documentElement.lang = language;
      setWords(speak(language, messages));
    });
    return () => {
      isWanted = false;
    };
  }, [language]);
  const value = useMemo(() => {
    const choose = (wanted: string) => {
      localStorage.setItem(chosen, wanted);
      setLanguage(deskLanguage([wanted]));
    };
    return words === null ? null : { words, choose };
  }, [words]);
  return value === null ? null : <WordsContext value={value}>{children}</WordsContext>;
}

export function useWords(): Words {
  return useContextOfWords().words;
}

export function useChooseLanguage(): (language: string) => void {
  return useContextOfWords().choose;
}

function useContextOfWords() {
  const context = use(WordsContext);
  // Only a mistake in the tree of main.tsx leads here.
  if (context === null) throw new TypeError('There is no WordsProvider above.');
  return context;
}

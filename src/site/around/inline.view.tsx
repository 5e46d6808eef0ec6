import type { ComponentChild } from 'preact';
import { directionOf, type Locale } from '../../platform/locales.ts';
import type { PublishedTime } from '../../published/published-release.ts';
import { formatDay } from '../../words/as-written.ts';
import type { WordKey } from '../../words/en.ts';
import type { Values, Words } from '../../words/words.ts';
import type { Name } from './stationery.ts';

const directions = new Map<Locale, 'ltr' | 'rtl'>();

/** Which way a language runs; looked up for every line of a list, so remembered. */
export function runs(locale: Locale): 'ltr' | 'rtl' {
  let direction = directions.get(locale);
  if (direction === undefined) {
    if (directions.size >= 1_000) directions.clear();
    direction = directionOf(locale);
    directions.set(locale, direction);
  }
  return direction;
}

/** `lang` and `dir` of a text, where they differ from the page's. */
export function language(locale: Locale, page: Locale): { lang?: Locale; dir?: 'ltr' | 'rtl' } {
  return locale === page ? {} : { lang: locale, dir: runs(locale) };
}

/** Words of somebody’s within a line: whatever they hold, what stands around them keeps its order. */
export function Named({ name }: { readonly name: Name }): ComponentChild {
  return <bdi lang={name.lang}>{name.text}</bdi>;
}

/** The civil day, with the instant for machines where it is known. */
export function Day({ time, locale }: { readonly time: PublishedTime; readonly locale: Locale }): ComponentChild {
  return <time dateTime={machineTime(time)}>{formatDay(time.day, locale)}</time>;
}

export function machineTime(time: PublishedTime): string {
  return time.precision === 'instant' ? time.at : time.day;
}

/** Stand in a message for its elements; from the private use area, where no message has words. */
const MARKS = ['\ue000', '\ue001', '\ue002'] as const;

/** A message up to three of whose arguments are elements: its words and they, in the order of the language. */
export function sentence<T>(
  words: Words,
  key: WordKey,
  elements: Readonly<Record<string, T>>,
  values: Values = {},
): (T | string)[] {
  const slots = Object.keys(elements);
  const marked = Object.fromEntries(slots.map((slot, place) => [slot, MARKS[place] ?? '']));
  return words(key, { ...values, ...marked })
    .split(/([\ue000-\ue002])/)
    .map((part) => {
      const slot = slots[MARKS.indexOf(part as '\ue000')];
      return slot === undefined ? part : (elements[slot] as T);
    });
}

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

/** Where a message has its argument; no message or value holds it on purpose. */
const SLOT = '\ufffc';

/** A message one of whose arguments is an element. */
export function sentence(
  words: Words,
  key: WordKey,
  slot: string,
  element: ComponentChild,
  values: Values = {},
): ComponentChild[] {
  const [before = '', ...after] = words(key, { ...values, [slot]: SLOT }).split(SLOT);
  return [before, element, after.join('')];
}

import { Fault } from '../platform/faults.ts';
import { type InLocales, localeOf } from '../platform/locales.ts';
import { lineOfText, plainText } from '../platform/text.ts';
import type { InstitutionRefusal } from './institution-refusal.ts';

/** In UTF-16 units. */
const LONGEST_NAME = 200;
const LONGEST_INTRODUCTION = 2_000;

/**
 * Names as they may be kept, by canonical language tags.
 *
 * @throws Fault TEXT_INVALID, LOCALE_INVALID
 */
export function checkedNames(names: InLocales): InLocales {
  return checkedTexts(names, (text, tag) => lineOfText(text, `name (${tag})`, LONGEST_NAME));
}

/** As checkedNames, for the sentence or two above a list. */
export function checkedIntroductions(introductions: InLocales): InLocales {
  return checkedTexts(introductions, (text, tag) => plainText(text, `introduction (${tag})`, LONGEST_INTRODUCTION));
}

function checkedTexts(texts: InLocales, read: (text: string, tag: string) => string): InLocales {
  return Object.fromEntries(Object.entries(texts).map(([tag, text]) => [localeOf(tag), read(text, tag)]));
}

/** Everything that is wrong with names and introductions, each by its field: `names.fr`. */
export function whyNoTexts(texts: { readonly names: InLocales; readonly introductions?: InLocales }) {
  const refusals: InstitutionRefusal[] = [];
  const tryEach = (field: string, all: InLocales, read: (texts: InLocales) => unknown) => {
    for (const [tag, text] of Object.entries(all)) {
      try {
        read({ [tag]: text });
      } catch (error) {
        if (!(error instanceof Fault)) throw error;
        const problem = String(error.detail['problem']);
        if (error.code === 'LOCALE_INVALID') refusals.push({ reason: 'tag-malformed', tag });
        else refusals.push({ reason: 'text-invalid', field: `${field}.${tag}`, problem });
      }
    }
  };
  tryEach('names', texts.names, checkedNames);
  tryEach('introductions', texts.introductions ?? {}, checkedIntroductions);
  if (Object.keys(texts.names).length === 0) refusals.push({ reason: 'name-missing' });
  return refusals;
}

/** Everything that is wrong with language tags. */
export function whyNoTags(tags: readonly string[]): InstitutionRefusal[] {
  return tags.flatMap((tag): InstitutionRefusal[] => {
    try {
      localeOf(tag);
      return [];
    } catch {
      return [{ reason: 'tag-malformed', tag }];
    }
  });
}

import { diffArrays } from 'diff';
import type { Locale } from '../../platform/locales.ts';
import { textOfHtml } from '../../platform/text-of-html.ts';
import type { PublishedText } from '../../published/published-release.ts';

/** A stretch of one field, and whether the later edition has it. */
export interface Part {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

export const compared = ['kicker', 'headline', 'summary', 'place', 'body', 'notes'] as const;

export interface FieldDifference {
  readonly field: (typeof compared)[number];
  readonly parts: readonly Part[];
}

/** More words changed than this, and two texts side by side tell more than a comparison. It also bounds the work. */
const MOST_CHANGES = 1_500;

/** Written without spaces between words: compared by character. */
const withoutSpaces = /^(zh|ja|th|lo|km|my)\b/;

/**
 * What a change of edition changed, word by word, field by field; fields that stayed are left out.
 *
 * @returns null when so much changed that a comparison would say nothing.
 */
export function differenceOf(earlier: PublishedText, later: PublishedText): readonly FieldDifference[] | null {
  const changed: FieldDifference[] = [];
  for (const field of compared) {
    const [before, after] = [fieldOf(earlier, field), fieldOf(later, field)];
    if (before === after) continue;
    const parts = partsOf(before, after, later.locale);
    if (parts === null) return null;
    changed.push({ field, parts });
  }
  return changed;
}

function fieldOf(text: PublishedText, field: FieldDifference['field']): string {
  const value = text[field] ?? '';
  return field === 'body' || field === 'notes' ? textOfHtml(value) : value;
}

function partsOf(before: string, after: string, locale: Locale): readonly Part[] | null {
  const granularity = withoutSpaces.test(locale) ? 'grapheme' : 'word';
  const segmenter = new Intl.Segmenter(locale, { granularity });
  // By line: cutting slows down with the length of what is cut.
  const cut = (text: string) =>
    text.split(/(?<=\n)/).flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment));
  const found = diffArrays(cut(before), cut(after), { maxEditLength: MOST_CHANGES });
  return (
    found?.map(({ value, added, removed }): Part => {
      return { kind: added ? 'new' : removed ? 'gone' : 'same', text: value.join('') };
    }) ?? null
  );
}

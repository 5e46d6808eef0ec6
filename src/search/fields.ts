import type { Locale } from '../platform/locales.ts';
import { textOfHtml } from '../platform/text-of-html.ts';
import { eachTerm } from './terms/each-term.ts';
import { NOWHERE } from './terms/take-term.ts';

/** What of an edition is found. Body and notes are HTML of the closed subset. */
export interface IndexedText {
  readonly locale: Locale;
  readonly reference: string;
  readonly headline: string;
  readonly kicker: string | null;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly notes: string | null;
  /** Of its pictures: captions, alternative texts, and whom they are credited to. */
  readonly pictures: readonly string[];
}

/**
 * Weights are in halves, so that a body’s word counts two. A field’s positions begin two behind its base, and none reaches the
 * next field; at the base itself stands what has no place of its own there, next to nothing.
 */
const fields = {
  headline: { base: 0, room: 252, weight: 10 },
  summary: { base: 256, room: 764, weight: 5 },
  names: { base: 1024, room: 1020, weight: 3 },
  body: { base: 2048, room: 16_000_000, weight: 2 },
} as const;

/** How much an occurrence there weighs, in halves. */
export function weightAt(position: number): number {
  if (position >= fields.body.base) return fields.body.weight;
  if (position >= fields.names.base) return fields.names.weight;
  return position >= fields.summary.base ? fields.summary.weight : fields.headline.weight;
}

type TakePlaced = (term: string, position: number, word: string | null) => void;

/** Hands over every term of a text; but for what has no place, positions ascend. @returns the length of the text, in positions. */
export function eachTermOf(text: IndexedText, take: TakePlaced): number {
  const { locale } = text;
  const put = (field: keyof typeof fields, pieces: readonly (string | null)[]): number => {
    const { base, room } = fields[field];
    let from = 0;
    for (const piece of pieces) {
      if (piece === null || piece === '') continue;
      // Two pieces of a field are not next to each other: no phrase reaches from one into the other.
      from +=
        1 +
        eachTerm(piece, locale, (term, position, word) => {
          take(term, position === NOWHERE ? base : base + 2 + Math.min(from + position, room), word);
        });
    }
    return from;
  };
  return (
    put('headline', [text.headline]) +
    put('summary', [text.summary, text.kicker]) +
    put('names', [text.reference, text.place, ...text.pictures]) +
    put('body', [textOfHtml(text.body), text.notes === null ? null : textOfHtml(text.notes)])
  );
}

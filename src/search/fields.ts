import type { Locale } from '../platform/locales.ts';
import { textOfHtml } from '../platform/text-of-html.ts';
import type { Places } from './located.ts';
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

/**
 * Where a term stands in the headline, in summary and kicker, or in body and notes, counted from the beginning of the field; null where it has no place of its
 * own there, or stands behind what has one.
 *
 * @param places of the term in one text, ascending.
 */
export function positionsIn(
  field: 'headline' | 'summary' | 'body',
  { all, from, to }: Places,
): readonly number[] | null {
  const { base, room } = fields[field];
  const positions: number[] = [];
  for (let at = from; at < to && (all[at] as number) <= base + 2 + room; at += 1) {
    const position = all[at] as number;
    if (position < base) continue;
    if (position === base || position === base + 2 + room) return null;
    positions.push(position - base - 2);
  }
  return positions;
}

/** Where a piece of a text stands among its positions. */
export interface Place {
  readonly base: number;
  readonly room: number;
  /** How many positions of the field the pieces before it use. */
  readonly from: number;
}

/** @param position as of `eachTerm`, in the piece. @returns it in the text. */
export function placed(position: number, { base, room, from }: Place): number {
  return position === NOWHERE ? base : base + 2 + Math.min(from + position, room);
}

/**
 * Hands over every piece of a text in the order of their positions.
 *
 * @param cut returns how many positions it has used. @returns the length of the text, in positions.
 */
export function eachPieceOf(text: IndexedText, cut: (piece: string, place: Place) => number): number {
  const put = (field: keyof typeof fields, pieces: readonly (string | null)[]): number => {
    const { base, room } = fields[field];
    let from = 0;
    // Two pieces of a field are not next to each other: no phrase reaches from one into the other.
    for (const piece of pieces) if (piece !== null && piece !== '') from += 1 + cut(piece, { base, room, from });
    return from;
  };
  return (
    put('headline', [text.headline]) +
    put('summary', [text.summary, text.kicker]) +
    put('names', [text.reference, text.place, ...text.pictures]) +
    put('body', [textOfHtml(text.body), text.notes === null ? null : textOfHtml(text.notes)])
  );
}

type TakePlaced = (term: string, position: number, word: string | null) => void;

/** Hands over every term of a text; but for what has no place, positions ascend. @returns the length of the text, in positions. */
export function eachTermOf(text: IndexedText, take: TakePlaced): number {
  return eachPieceOf(text, (piece, place) =>
    eachTerm(piece, text.locale, (term, position, word) => take(term, placed(position, place), word)),
  );
}

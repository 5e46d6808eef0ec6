import { type SafeHtml, safeHtml } from '../platform/html.ts';
import { lineOfText, plainText } from '../platform/text.ts';
import type { EditionText } from './publish-order.ts';

/** In UTF-16 units. Real headlines stay below 300; what is longer is a body in the wrong field. */
export const textLimits = {
  kicker: 200,
  headline: 1_000,
  summary: 10_000,
  place: 200,
  note: 10_000,
  alt: 2_000,
  caption: 5_000,
} as const;

/** An edition's words as they come in: any strings. */
export interface RawText {
  readonly kicker: string | null;
  readonly headline: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly body: string;
  readonly notes: string | null;
}

/**
 * The door in: words within their limits, HTML in the closed subset.
 *
 * @throws Fault TEXT_INVALID naming the field.
 */
export function editionText(raw: RawText): EditionText {
  return {
    kicker: optional(raw.kicker, (text) => lineOfText(text, 'kicker', textLimits.kicker)),
    headline: lineOfText(raw.headline, 'headline', textLimits.headline),
    summary: optional(raw.summary, (text) => plainText(text, 'summary', textLimits.summary)),
    place: optional(raw.place, (text) => lineOfText(text, 'place', textLimits.place)),
    body: bodyOf(raw.body),
    notes: optional(raw.notes, (text) => safeHtml(text, 'notes')),
  };
}

function bodyOf(body: string): SafeHtml {
  return body === '' ? ('' as SafeHtml) : safeHtml(body, 'body');
}

function optional<Value>(text: string | null, read: (text: string) => Value): Value | null {
  return text === null || text === '' ? null : read(text);
}

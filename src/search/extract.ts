import type { Locale } from '../platform/locales.ts';
import { textOfHtml } from '../platform/text-of-html.ts';
import type { FoundText } from '../published/found.query.ts';
import type { FindPlaces, FoundPlace, KnownPositions } from './found-places.ts';
import type { KnownIn } from './known-in.ts';
import type { Extract } from './search.ts';

/** In characters. */
const EXTRACT_LENGTH = 240;

/** How far into a very long text words are looked for. */
export const DEEPEST = 60_000;

/** A whole text with the words that were found marked. */
export function markedText(text: string, locale: Locale, find: FindPlaces, at: KnownPositions): Extract {
  return pieces(text, spansIn(text, locale, find, at), { from: 0, to: text.length });
}

/**
 * The part of the body, else of the summary, else of the notes, with the most of the words; null where they stand in none.
 */
export function extractOf({ item, body, notes }: FoundText, find: FindPlaces, at: KnownIn): Extract | null {
  const isInBody = at.body === null || at.body.length > 0;
  return (
    extractFrom(isInBody ? textOfHtml(body) : '', item.locale, find, at.body) ??
    extractFrom(item.text?.summary ?? '', item.locale, find, at.summary) ??
    extractFrom(isInBody ? textOfHtml(notes ?? '') : '', item.locale, find, null)
  );
}

function extractFrom(whole: string, locale: Locale, find: FindPlaces, at: KnownPositions): Extract | null {
  const text = whole.slice(0, DEEPEST);
  const spans = spansIn(text, locale, find, at);
  return spans.length === 0 ? null : pieces(text, spans, windowAround(text, spans));
}

/** Found terms, ascending; those that touch or overlap count once. */
function spansIn(text: string, locale: Locale, find: FindPlaces, at: KnownPositions): readonly FoundPlace[] {
  const found = find(text, locale, at).toSorted((one, other) => one.start - other.start || other.end - one.end);
  const spans: FoundPlace[] = [];
  for (const one of found) {
    const last = spans.at(-1);
    if (last === undefined || one.start >= last.end) spans.push(one);
    else if (one.end > last.end) spans[spans.length - 1] = { ...last, end: one.end };
  }
  return spans;
}

interface Window {
  readonly from: number;
  readonly to: number;
}

/** Words that stand so near to each other are shown together. In characters. */
const NEAR = EXTRACT_LENGTH * 0.75;

/** Where the most different words stand together; of several such places the first. */
function windowAround(text: string, spans: readonly FoundPlace[]): Window {
  let best = { at: 0, different: 0 };
  // How often each word stands from the place that is looked at up to `next`: a text may hold a thousand.
  const near = new Map<string, number>();
  let next = 0;
  spans.forEach(({ term, start }, at) => {
    for (; next < spans.length && (spans[next] as FoundPlace).end - start <= NEAR; next += 1)
      near.set((spans[next] as FoundPlace).term, (near.get((spans[next] as FoundPlace).term) ?? 0) + 1);
    if (near.size > best.different) best = { at, different: near.size };
    if (next === at) next += 1;
    else if (near.get(term) === 1) near.delete(term);
    else near.set(term, (near.get(term) as number) - 1);
  });
  const anchor = spans[best.at] as FoundPlace;
  const from = beginningOfWord(text, Math.max(0, anchor.start - EXTRACT_LENGTH / 4), anchor.start);
  return { from, to: endOfWord(text, Math.max(anchor.end, Math.min(text.length, from + EXTRACT_LENGTH))) };
}

/** A cut never falls into a word or between two halves of a character. Scripts without spaces are cut anywhere else. */
function beginningOfWord(text: string, from: number, latest: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, latest).search(/\s/);
  if (space >= 0) return from + space + 1;
  return isLowHalf(text, from) ? from + 1 : from;
}

function endOfWord(text: string, to: number): number {
  if (to >= text.length) return text.length;
  const space = text.slice(to, to + 30).search(/\s/);
  if (space >= 0) return to + space;
  return isLowHalf(text, to) ? to + 1 : to;
}

function isLowHalf(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000;
}

function pieces(text: string, spans: readonly FoundPlace[], { from, to }: Window): Extract {
  const cut: { text: string; isFound: boolean }[] = [];
  const put = (start: number, end: number, isFound: boolean) => {
    const part = text.slice(start, end).replaceAll(/\s+/g, ' ');
    if (part !== '') cut.push({ text: part, isFound });
  };
  if (from > 0) cut.push({ text: '…\u00a0', isFound: false });
  let at = from;
  for (const { start, end } of spans) {
    if (start < at || end > to) continue;
    put(at, start, false);
    put(start, end, true);
    at = end;
  }
  put(at, to, false);
  if (to < text.length) cut.push({ text: '\u00a0…', isFound: false });
  return cut;
}

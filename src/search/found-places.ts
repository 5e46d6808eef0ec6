import type { Locale } from '../platform/locales.ts';
import { doubled } from './doubled.ts';
import { numberWords } from './numbered-words.ts';
import { cutText } from './terms/cut-text.ts';
import type { Cuts } from './terms/cuts.ts';
import { type Learn, learnIn } from './terms/vocabulary.ts';

/** Where a term stands in a text, in UTF-16 units. */
export interface FoundPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Positions of terms in a text, ascending, as far as an index tells them: further ones stand behind its end. Null: look at every word. */
export type KnownPositions = readonly number[] | null;

/** Finds some terms in a text, in its order. @param at where they stand. */
export type FindPlaces = (text: string, locale: Locale, at: KnownPositions) => readonly FoundPlace[];

/**
 * Of a text whose words stand where nobody knows all are looked at, and few are wanted: a word that was met before is told apart without a string
 * being made of it, and characters by their last unit.
 */
export function findPlacesOf(terms: ReadonlySet<string>): FindPlaces {
  const lastUnits = new Uint8Array(0x1_0000);
  for (const term of terms) lastUnits[term.charCodeAt(term.length - 1)] = 1;
  const byLocale = new Map<Locale, ReturnType<typeof findIn>>();
  return (text, locale, at) => {
    let find = byLocale.get(locale);
    if (find === undefined) byLocale.set(locale, (find = findIn(locale, terms, lastUnits)));
    return find(text, at);
  };
}

/** What is known of a word: whether it is read, and whether it is wanted. 0: not looked at yet. */
const UNREADABLE = 1;
const OTHER = 2;
const WANTED = 3;

/** @param lastUnits 1 for each with which one of the terms ends. */
function findIn(locale: Locale, terms: ReadonlySet<string>, lastUnits: Uint8Array) {
  const words = wordsMet(locale);
  const markOf = (term: string | null) => (term === null ? UNREADABLE : terms.has(term) ? WANTED : OTHER);
  /** By the number of the word. */
  let marks = new Uint8Array(4_096);
  let places: FoundPlace[] = [];
  let wanted = 0;
  let known: KnownPositions = null;
  /** The first of them that was not passed. */
  let next = 0;

  const take = (term: string, start: number, end: number) => {
    places.push({ term, start, end });
    cuts.isEnough = places.length >= wanted;
  };
  const put = (term: string, start: number, end: number) => {
    if (terms.has(term)) take(term, start, end);
  };
  const cuts: Cuts = {
    isEnough: false,
    word(text, start, end, kind, position) {
      if (known !== null) {
        while (next < known.length && (known[next] as number) < position) next += 1;
        // Whatever it is: nearly every word can be read, and uses a position.
        if (known[next] !== position) return true;
      }
      const number = words.numberOf(text, start, end, kind);
      while (number >= marks.length) marks = doubled(marks);
      const mark = marks[number] || (marks[number] = markOf(words.termOf(number)));
      if (mark === WANTED) take(words.termOf(number) as string, start, end);
      return mark !== UNREADABLE;
    },
    characters: (text, start, end) => put(text.slice(start, end), start, end),
    run(text, start, end) {
      let isLast = lastUnits[text.charCodeAt(start)] === 1;
      for (let at = start; at < end; at += 1) {
        const isNext = at < end - 1 && lastUnits[text.charCodeAt(at + 1)] === 1;
        if (isLast) put(text.slice(at, at + 1), at, at + 1);
        if (isNext) put(text.slice(at, at + 2), at, at + 2);
        isLast = isNext;
      }
    },
    term: put,
  };
  const cut = (text: string, at: KnownPositions): number => {
    places = [];
    known = at;
    next = 0;
    wanted = at?.length ?? Number.POSITIVE_INFINITY;
    cuts.isEnough = wanted === 0;
    return cutText(text, cuts);
  };
  return (text: string, at: KnownPositions): readonly FoundPlace[] => {
    const until = cut(text, at);
    // Where a word that cannot be read has moved those behind it, all are looked at.
    if (at !== null && places.length < at.filter((position) => position < until).length) cut(text, null);
    return places;
  };
}

/** The words of one language that were met in texts found, with a number each. */
interface MetWords {
  numberOf(text: string, start: number, end: number, kind: number): number;
  /** Null where nothing readable is in it. */
  termOf(number: number): string | null;
}

/** In UTF-16 units, some 15 MB; an archive of a million texts has more words, most of them once. */
const MOST_MET = 1_000_000;

const met = new Map<Locale, MetWords & { readonly isFull: () => boolean }>();

/** A search keeps to what it was given: what is met anew has other numbers. */
function wordsMet(locale: Locale): MetWords {
  const known = met.get(locale);
  if (known !== undefined && !known.isFull()) return known;
  const fresh = meetWords(learnIn(locale));
  if (met.size >= 100) met.clear();
  met.set(locale, fresh);
  return fresh;
}

function meetWords(learn: Learn): MetWords & { readonly isFull: () => boolean } {
  const words = numberWords();
  const terms: (string | null)[] = [];
  let units = 0;
  return {
    numberOf(text, start, end, kind) {
      const number = words.numberOf(text, start, end);
      if (number === terms.length) {
        terms.push(learn(text.slice(start, end), kind)?.term ?? null);
        units += end - start;
      }
      return number;
    },
    termOf: (number) => terms[number] as string | null,
    isFull: () => units >= MOST_MET,
  };
}

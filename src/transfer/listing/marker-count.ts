import { leadingDay } from './date-patterns.ts';
import { isTypeWord } from './kickers.ts';
import { beginsSmall, type ListLine } from './list-line.ts';
import { type Marker, readMarker } from './markers.ts';
import { readLine, type SurveyedLine } from './read-line.ts';
import { endsSentence } from './words.ts';

/** The numbers or bullets that open items, if any do. */
export interface MarkerCount {
  readonly family: string | null;
  /** Columns before them; one that stands further in opens a list within a release. */
  readonly indent: number;
  /** What belongs to an item stands further in than its mark, so a block that does not is outside. */
  readonly isHanging: boolean;
  /** A date stands above the items of its day. */
  readonly hasDayHeadings: boolean;
  /** The headline stands at the mark, and below it a line that begins with a date and goes on with words nobody knows. */
  readonly hasWordsBesideDates: boolean;
}

/** Numbers that do not follow one another are no numbering. */
export interface Numbering {
  follows(marker: Marker): boolean;
}

export function numbering(): Numbering {
  let last: number | null = null;
  return {
    follows(marker) {
      if (marker.number === null) return true;
      const step = last === null ? null : marker.number - last;
      const isNext =
        step === null ? marker.number < 1900 : marker.number === 1 || step === -1 || (step > 0 && step <= 5);
      if (isNext) last = marker.number;
      return isNext;
    },
  };
}

/** The mark in front of a line, if that is what it is: the day of `12. Januar 2017` is no number of an item. */
export function markerOf({ line, reading }: Pick<SurveyedLine, 'line' | 'reading'>): Marker | null {
  if (line.markup !== null || reading.is === 'furniture' || reading.is === 'period') return null;
  const marker = readMarker(line.text);
  if (marker === null || marker.family !== 'number') return marker;
  const rest = line.text.slice(marker.length);
  if (reading.is === 'date') return readLine({ ...line, text: rest }).is === 'date' ? marker : null;
  const isDay = leadingDay(line.text, { short: false }) !== null && leadingDay(rest, { short: false }) === null;
  return isDay ? null : marker;
}

/** A mark in front of a line that goes on with the sentence before is a dash of that sentence. */
export function isMarkLine(line: ListLine, previous: ListLine | null, marker: Marker): boolean {
  if (line.gap > 0 || previous === null) return true;
  const rest = { ...line, text: line.text.slice(marker.length) };
  return !(
    beginsSmall(rest) &&
    marker.number === null &&
    !endsSentence(previous.text) &&
    readMarker(previous.text) === null &&
    previous.text.length > 40
  );
}

interface Family {
  count: number;
  dated: number;
  isOpen: boolean;
  before: number;
  /** Headlines with a line of date and words below them. */
  wordy: number;
  readonly indents: Map<number, number>;
  inside: number;
  hanging: number;
}

export function countMarkers() {
  const families = new Map<string, Family>();
  const sequence = numbering();
  let previous: SurveyedLine | null = null;
  let dates = 0;
  let dateThenMarker = 0;
  let inlines = 0;
  let headed: { readonly family: Family; hasTitle: boolean } | null = null;

  function open(line: ListLine, marker: Marker): void {
    const family = families.get(marker.family) ?? {
      count: 0,
      dated: 0,
      isOpen: false,
      before: Math.max(dates, inlines),
      wordy: 0,
      indents: new Map(),
      inside: 0,
      hanging: 0,
    };
    families.set(marker.family, family);
    family.count++;
    family.isOpen = true;
    if (family.indents.size < 40) family.indents.set(line.indent, (family.indents.get(line.indent) ?? 0) + 1);
    if (previous?.reading.is === 'date') dateThenMarker++;
    headed = { family, hasTitle: false };
  }
  /** Is the line the first after a headline at a mark that has a date? */
  function noteWords({ line, reading, inline }: SurveyedLine, bare: string): void {
    if (headed === null || reading.is === 'credit') return;
    const isWordy = headed.hasTitle && inline?.at === 'start' && !endsSentence(line.text);
    if (isWordy) headed.family.wordy++;
    if (reading.is !== 'text' || inline !== null) headed = null;
    else headed.hasTitle ||= !isTypeWord(bare);
  }

  return {
    note(seen: SurveyedLine): void {
      const { line, reading, inline } = seen;
      const marker = markerOf(seen);
      const isMark = marker !== null && isMarkLine(line, previous?.line ?? null, marker) && sequence.follows(marker);
      if (isMark) open(line, marker);
      else if (line.gap > 0 && reading.is === 'text') for (const family of families.values()) noteInside(family, line);

      const bare = marker === null ? null : line.text.slice(marker.length);
      noteWords(seen, bare ?? line.text);
      if (inline !== null) inlines++;
      const hasDate = reading.is === 'date' || inline?.isSetApart === true || (inline !== null && bare !== null);
      if (hasDate) {
        dates++;
        for (const family of families.values()) {
          if (family.isOpen) family.dated++;
          family.isOpen = false;
        }
      }
      previous = seen;
    },
    result(dated: number): MarkerCount {
      const none = { family: null, indent: 0, isHanging: false, hasDayHeadings: false, hasWordsBesideDates: false };
      const [best] = [...families].sort(([, a], [, b]) => b.dated + b.wordy - a.dated - a.wordy || b.count - a.count);
      if (best === undefined) return none;
      const [family, found] = best;
      const hasDayHeadings = found.before > 0 && dateThenMarker >= dated * 0.8 && found.count >= dated && dated > 0;
      const hasWordsBesideDates = found.before === 0 && found.count > 1 && found.wordy >= found.count * 0.6;
      const opens =
        hasWordsBesideDates ||
        (found.before === 0 && (dated === 0 ? found.count > 1 : found.dated >= Math.min(dated, found.count) * 0.6));
      if (!opens && !hasDayHeadings) return none;
      if (dated > found.count * 1.5 && !hasDayHeadings) return none;
      const [common] = [...found.indents].sort(([, a], [, b]) => b - a);
      return {
        family,
        indent: common?.[0] ?? 0,
        isHanging: found.inside > 0 && found.hanging >= found.inside * 0.9,
        hasDayHeadings,
        hasWordsBesideDates,
      };
    },
  };
}

function noteInside(family: Family, line: ListLine): void {
  const [common] = family.indents.keys();
  family.inside++;
  if (line.indent > (common ?? 0)) family.hanging++;
}

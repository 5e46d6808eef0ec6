import { beginsSmall } from './list-line.ts';
import type { SurveyedLine } from './read-line.ts';
import { columnsOf } from './words.ts';

/** More than this on a line is a paragraph in one piece, not a wrapped line. In columns. */
const WIDEST_WRAP = 140;

/** Finds the column at which the file's paragraphs are wrapped, from lines whose sentence goes on below. */
export function countWraps() {
  let last: { readonly seen: SurveyedLine; readonly columns: number } | null = null;
  let lines = 0;
  const all = new Uint32Array(WIDEST_WRAP + 2);
  const sure = new Uint32Array(WIDEST_WRAP + 2);
  const likely = new Uint32Array(WIDEST_WRAP + 2);
  return {
    note(seen: SurveyedLine): void {
      const { line, reading } = seen;
      const columns = line.indent + columnsOf(line.text);
      if (
        last !== null &&
        line.gap === 0 &&
        line.markup === null &&
        reading.is === 'text' &&
        last.seen.reading.is === 'text'
      ) {
        if (isRunning(last.seen, seen)) add(sure, last.columns);
        else if (isUnclosed(last.seen) && last.seen.inline === null) add(likely, last.columns);
      }
      lines++;
      add(all, columns);
      last = { seen, columns };
    },
    result(): number | null {
      const certain = Math.max(0, widestOf(sure));
      if (certain >= 30 && certain <= WIDEST_WRAP) {
        return above(all, certain * 1.15) > Math.max(1, lines * 0.05)
          ? null
          : Math.max(certain, widestWithin(likely, certain * 1.1));
      }
      // Scripts without capitals: lines that end in mid-sentence all end near the same column, and none is longer.
      const probable = widestOf(likely);
      const total = above(likely, 0);
      const isEven = total >= 2 && above(likely, probable * 0.8) >= total * 0.8;
      return certain === 0 && isEven && probable >= 56 && probable <= WIDEST_WRAP && above(all, probable) === 0
        ? probable
        : null;
    },
  };
}

function add(counts: Uint32Array, columns: number): void {
  const slot = Math.min(columns, WIDEST_WRAP + 1);
  counts[slot] = (counts[slot] ?? 0) + 1;
}

/** A sentence that goes on in small letters, or running prose that does not end with its line. */
function isRunning(last: SurveyedLine, next: SurveyedLine): boolean {
  if (!isUnclosed(last)) return false;
  return beginsSmall(next.line) || (last.inline === null && /\p{L}{2}[.!?]\s\p{Lu}/u.test(last.line.text));
}

function isUnclosed({ line, inline }: SurveyedLine): boolean {
  return !(inline?.isSetApart === true && inline.at === 'end') && !/[.!?:。！？：؟)]$/u.test(line.text);
}

const widestOf = (counts: Uint32Array) => counts.findLastIndex((count) => count > 0);
const widestWithin = (counts: Uint32Array, most: number) => widestOf(counts.slice(0, Math.floor(most) + 1));
/** How many lines are wider than `columns`. */
const above = (counts: Uint32Array, columns: number) =>
  counts.slice(Math.floor(columns) + 1).reduce((sum, count) => sum + count, 0);

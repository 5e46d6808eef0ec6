import { beginsSmall, type ListLine } from './list-line.ts';
import { columnsOf } from './words.ts';

/** More than this on a line is a paragraph in one piece, not a wrapped line. In columns. */
const WIDEST_WRAP = 140;

/** Finds the column at which the file's paragraphs are wrapped, from lines that go on with a small letter. */
export function countWraps() {
  let last: { readonly line: ListLine; readonly columns: number } | null = null;
  let widest = 0;
  let continued = 0;
  let lines = 0;
  const byColumns = new Uint32Array(WIDEST_WRAP + 2);
  return {
    note(line: ListLine): void {
      const columns = line.indent + columnsOf(line.text);
      if (last !== null && line.gap === 0 && line.markup === null && isPlainContinuation(last, line)) {
        widest = Math.max(widest, last.columns);
        continued++;
      }
      lines++;
      const slot = Math.min(columns, WIDEST_WRAP + 1);
      byColumns[slot] = (byColumns[slot] ?? 0) + 1;
      last = { line, columns };
    },
    result(): number | null {
      if (continued === 0 || widest < 30 || widest > WIDEST_WRAP) return null;
      const longer = byColumns.slice(Math.ceil(widest * 1.15)).reduce((sum, count) => sum + count, 0);
      return longer > Math.max(1, lines * 0.05) ? null : widest;
    },
  };
}

/** Scripts without capitals are judged by length: a line of 50 columns that does not end a sentence is not a short one. */
function isPlainContinuation(last: { readonly line: ListLine; readonly columns: number }, next: ListLine): boolean {
  if (/[.!?:。！？：؟)]$/u.test(last.line.text)) return false;
  return beginsSmall(next) || (last.columns >= 50 && /^\p{Lo}/u.test(next.text));
}

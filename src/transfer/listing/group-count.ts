import { isTypeWord } from './kickers.ts';
import type { SurveyedLine } from './read-line.ts';
import { endsSentence } from './words.ts';

interface Tally {
  one: number;
  many: number;
  complete: number;
  withSummary: number;
  none: number;
  /** Below the first date, without one: only a summary, or what stands above a headline. */
  parts: number;
  /** The same, and it may be a headline. */
  headlines: number;
}

interface Group {
  dates: number;
  texts: number;
  credits: number;
  lastText: string;
}

/** Looks for the widest gap between groups that hold one date each, with its headline. */
export function countGroups() {
  const levels = [1, 2, 3].map((gap) => ({ gap, tally: emptyTally(), group: emptyGroup() }));
  return {
    note({ line, reading, inline }: SurveyedLine): void {
      for (const level of levels) {
        if (line.gap >= level.gap || reading.is === 'period') {
          close(level.tally, level.group);
          level.group = emptyGroup();
        }
        const { group } = level;
        if (reading.is === 'date' || inline?.isSetApart === true) group.dates++;
        if (reading.is === 'credit') group.credits++;
        if (reading.is === 'text') {
          group.texts++;
          group.lastText = line.text;
        }
      }
    },
    /** @returns how many empty lines at least stand between items; null where gaps do not part them. */
    result(): number | null {
      for (const { gap, tally, group } of levels.toReversed()) {
        close(tally, group);
        const holdsOneEach = tally.one > 0 && tally.many <= tally.one * 0.02 && tally.complete >= tally.one * 0.9;
        // One date in a whole file says nothing about gaps.
        if (!holdsOneEach || (tally.one === 1 && gap > 1)) continue;
        // A line of headline and date with its summary in the next group: gaps do not part items.
        if (gap === 1 && tally.withSummary < tally.one * 0.5 && tally.none > tally.one * 0.25) return null;
        // Where each group without a date is only part of an item, gaps do not part items either.
        if (gap === 1 && tally.withSummary < tally.one * 0.5 && tally.parts > 0 && tally.headlines === 0) return null;
        return gap;
      }
      return null;
    },
  };
}

function close(tally: Tally, group: Group): void {
  if (tally.one > 0 && group.dates === 0) notePart(tally, group);
  if (group.dates === 0 && group.texts === 0) return;
  if (group.dates === 0) tally.none++;
  else if (group.dates === 1) {
    tally.one++;
    if (group.texts > 0) tally.complete++;
    if (group.texts > 1 && endsSentence(group.lastText)) tally.withSummary++;
  } else tally.many++;
}

function notePart(tally: Tally, { texts, credits, lastText }: Group): void {
  if (texts > 1 || texts + credits === 0) return;
  tally[texts === 0 || endsSentence(lastText) || isTypeWord(lastText) ? 'parts' : 'headlines']++;
}

const emptyTally = (): Tally => ({
  one: 0,
  many: 0,
  complete: 0,
  withSummary: 0,
  none: 0,
  parts: 0,
  headlines: 0,
});
const emptyGroup = (): Group => ({ dates: 0, texts: 0, credits: 0, lastText: '' });

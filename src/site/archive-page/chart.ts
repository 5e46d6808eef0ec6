import type { MonthCount } from '../../published/published-release.ts';

/** A bar for each month from the first year to the last, in a box of `width` by `height`. */
export interface Chart {
  readonly width: number;
  readonly height: number;
  /** One path of all bars: SVG path data. */
  readonly bars: string;
  readonly years: readonly YearMark[];
  readonly busiest: MonthCount;
}

export interface YearMark {
  readonly year: number;
  /** Where the year begins. */
  readonly x: number;
  /** Is there room to write it? */
  readonly isWritten: boolean;
}

const WIDTH = 720;
const HEIGHT = 120;

/** How many years can be written under the chart side by side, and the room that one takes on a narrow screen. */
const MAX_WRITTEN = 12;
const YEAR_WIDTH = 58;

/** @returns null when nothing has been published. @param months newest first. */
export function drawChart(months: readonly MonthCount[]): Chart | null {
  const [newest] = months;
  const oldest = months.at(-1);
  if (newest === undefined || oldest === undefined) return null;

  const busiest = months.reduce((most, month) => (month.count > most.count ? month : most));
  const length = newest.year - oldest.year + 1;
  const ofMonth = WIDTH / (length * 12);
  const thickness = round(Math.min(ofMonth * 0.72, 14));
  const bars = months.map(({ year, month, count }) => {
    const x = round(((year - oldest.year) * 12 + month - 1) * ofMonth);
    const tall = round((count / busiest.count) * HEIGHT);
    return `M${x} ${HEIGHT}v-${tall}h${thickness}v${tall}z`;
  });
  const each = Math.ceil(length / MAX_WRITTEN);
  const years = Array.from({ length }, (_, index): YearMark => {
    const x = round(index * 12 * ofMonth);
    return { year: oldest.year + index, x, isWritten: index % each === 0 && x + YEAR_WIDTH <= WIDTH };
  });
  return { width: WIDTH, height: HEIGHT, bars: bars.reverse().join(''), years, busiest };
}

function round(length: number): number {
  return Math.round(length * 10) / 10;
}

import { expect, test } from 'vitest';
import { drawChart } from './chart.ts';

test('an empty archive has no chart', () => {
  expect(drawChart([])).toBeNull();
});

test('a chart has a bar for each month with a release, the busiest as tall as the chart', () => {
  const chart = drawChart([
    { year: 2017, month: 9, count: 1 },
    { year: 2017, month: 4, count: 4 },
    { year: 2015, month: 1, count: 2 },
  ]);
  expect(chart?.busiest.count).toBe(4);
  expect(chart?.bars.match(/M/g)).toHaveLength(3);
  expect(chart?.bars).toContain(`v-${chart?.height}h`);
  expect(chart?.years.map(({ year }) => year)).toEqual([2015, 2016, 2017]);
});

test('of many years only so many are written that they do not overlap', () => {
  const chart = drawChart([
    { year: 2026, month: 1, count: 1 },
    { year: 1950, month: 1, count: 1 },
  ]);
  const written = chart?.years.filter(({ isWritten }) => isWritten) ?? [];
  expect(chart?.years).toHaveLength(77);
  expect(written.length).toBeLessThanOrEqual(12);
  for (const [place, mark] of written.slice(1).entries()) {
    expect(mark.x - (written[place]?.x ?? 0)).toBeGreaterThanOrEqual(58);
  }
});

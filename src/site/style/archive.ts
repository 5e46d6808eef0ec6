/**
 * The archive: a chart and the numbers under it. On a phone the year and the total stay in sight while the months move between
 * them; rows are whole pixels high there, else the lines of what moves and what stands do not meet.
 */
export const archive = `
.chart { display: block; width: 100%; max-width: 60rem; overflow: visible; }
.drawing { margin-block-end: 2rem; }
.bars { fill: var(--accent); }
.ground { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.tick { fill: none; stroke: var(--soft); }
.chart text { fill: var(--soft); font: 13px var(--sans); direction: ltr; }
.scroll { overflow-x: auto; }
.months { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.months caption { text-align: start; font: 600 1.125rem/1.4 var(--serif); padding-block-end: .6rem; }
.months th, .months td { padding: .4rem .5rem; text-align: end; white-space: nowrap; border-block-end: 1px solid var(--line); }
.months th:first-child { text-align: start; padding-inline-start: 0; }
.months thead th { font-size: .8125rem; font-weight: 600; color: var(--soft); border-block-end: 2px solid var(--ink); }
.months .none { color: var(--soft); }
.months .sum { font-weight: 600; }
@media screen and (max-width: 45rem) {
  .chart text { font-size: 24px; }
  .months :is(th, td) { line-height: round(up, 1.6em, 1px); padding-block: round(.4rem, 1px); }
  .months :is(th, td):is(:first-child, :last-child) { position: sticky; background: var(--paper); }
  .months :is(th, td):first-child { inset-inline-start: 0; border-inline-end: 1px solid var(--line); }
  .months :is(th, td):last-child { inset-inline-end: 0; border-inline-start: 1px solid var(--line); }
}
@media (forced-colors: active) { .bars, .chart text { fill: CanvasText; } }
`;

/** The archive: a chart and the numbers under it. */
export const archive = `
.chart { display: block; width: 100%; max-width: 60rem; overflow: visible; }
.drawing { margin-block-end: 2rem; }
.bars { fill: var(--accent); }
.ground { fill: none; stroke: var(--ink); stroke-width: 1.5; }
.tick { fill: none; stroke: var(--soft); }
.chart text { fill: var(--soft); font: 13px var(--sans); direction: ltr; }
.scroll { overflow-x: auto; }
.months { border-collapse: collapse; width: 100%; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.months caption { text-align: start; font: 600 1.125rem/1.4 var(--serif); padding-block-end: .6rem; }
.months th, .months td { padding: .4rem .5rem; text-align: end; white-space: nowrap; border-block-end: 1px solid var(--line); }
.months th:first-child { text-align: start; padding-inline-start: 0; }
.months thead th { font-size: .8125rem; font-weight: 600; color: var(--soft); border-block-end: 2px solid var(--ink); }
.months .none { color: var(--soft); }
.months .sum { font-weight: 600; }
@media screen and (max-width: 45rem) { .chart text { font-size: 24px; } }
@media (forced-colors: active) { .bars, .chart text { fill: CanvasText; } }
`;

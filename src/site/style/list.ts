/** The list: day and reference in the margin, as a clerk would keep it; the text beside them. */
export const list = `
.year { padding-block-start: 2.25rem; }
.year h2 { font-size: 1.625rem; font-variant-numeric: tabular-nums lining-nums; padding-block: .35rem .55rem;
  border-block-end: 2px solid var(--ink); }
.pinned { padding-block-start: 1.75rem; }
.pinned h2 { font-size: 1rem; padding-block: .35rem .55rem; border-block-end: 2px solid var(--accent); }
.item { display: grid; grid-template-columns: minmax(0, 1fr); gap: 0 var(--gap); padding-block: 1.35rem; border-block-end: 1px solid var(--line); }
.item:last-child { border-block-end: 0; }
.item > .slug { margin-block-end: .35rem; }
.slug { display: flex; flex-wrap: wrap; gap: 0 .9rem; align-items: baseline; font-size: .875rem; color: var(--soft); }
.slug time { color: var(--ink); font-weight: 600; font-variant-numeric: tabular-nums; }
.words .kicker { margin-block-end: .2rem; }
.item h3 { font-size: clamp(1.25rem, 1.15rem + .5vw, 1.5rem); font-weight: 600; line-height: calc(var(--tight) + .07); }
.pinned .item { padding-block: .9rem; }
.pinned .item h3 { font-size: 1.125rem; }
.item h3 a { color: inherit; text-decoration: none; }
.item .gone a { color: var(--grave); }
.item h3 a:hover { color: var(--accent); text-decoration: underline; text-decoration-thickness: 1px; }
.summary { margin-block-start: .5rem; max-width: 42rem; text-wrap: pretty; }
.thumb { margin-block-start: .85rem; }
html[dir=rtl] .words > [dir] { text-align: right; }
html[dir=ltr] .words > [dir=rtl] { text-align: left; }
.credit { font-size: .8125rem; line-height: 1.45; color: var(--soft); }
.thumb .credit { margin-block-start: .4rem; }
.foot { display: flex; flex-wrap: wrap; gap: .15rem .9rem; align-items: baseline; margin-block-start: .7rem;
  font-size: .875rem; color: var(--soft); }
.foot a { padding-block: .15rem; }
@media (min-width: 48rem) {
  .item { grid-template-columns: var(--margin) minmax(0, 1fr); }
  .item > * { grid-column: 2; }
  .item > .slug { grid-column: 1; grid-row: 1 / span 4; flex-direction: column; align-items: flex-start; gap: .2rem; padding-block-start: .2rem; }
  .thumb { max-width: 24rem; }
}
@media (min-width: 64rem) {
  .item { grid-template-columns: var(--margin) minmax(0, 1fr) 14rem; }
  .item > .thumb { grid-column: 3; grid-row: 1 / span 4; margin: .25rem 0 0; }
  .words { max-width: 44rem; }
}
`;

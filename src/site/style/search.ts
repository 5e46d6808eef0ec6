/** The search field above every page, and the page that answers it. */
export const search = `
.find, .field { display: flex; }
.nameplate:has(+ .languages) { flex-basis: 100%; }
.find { flex: 1 1 10.5rem; min-width: 0; margin-inline-start: auto; }
.find input, .find button, .field input, .field button { font: inherit; margin: 0; border: 1px solid var(--soft); border-radius: 0;
  background: var(--paper); color: var(--ink); appearance: none; }
.find input, .field input { flex: 1; min-width: 0; }
.find { font-size: .875rem; }
.find input, .find button { padding: .2rem .6rem; min-height: 2rem; }
.find button, .field button { cursor: pointer; border-color: var(--accent); background: var(--accent); color: var(--paper); font-weight: 600; }
.find button:hover, .field button:hover { text-decoration: underline; }
.seek { max-width: 44rem; padding-block-end: 1.25rem; }
.seek label { display: block; margin-block-end: .35rem; color: var(--soft); font-size: .9375rem; }
.field { position: relative; font-size: 1.125rem; }
.field input, .field button { padding: .5rem .85rem; min-height: 3rem; }
/* A day needs its room: where there is none beside it, the button goes below. */
.field:has([type=date]) { flex-wrap: wrap; }
.field [type=date] { flex: 99 1 13rem; }
.field [type=date] + button { flex: 1 0 auto; }
.suggestions { position: absolute; inset-inline: 0; inset-block-start: 100%; z-index: 4; max-height: 60vh; overflow: auto;
  border: 1px solid var(--soft); border-block-start: 0; background: var(--paper); box-shadow: 0 1rem 2rem rgb(0 0 0 / .12); font-size: 1rem; }
.suggestions li { padding: .45rem .85rem; cursor: pointer; }
.suggestions .hit { border-block-start: 1px solid var(--line); }
.suggestions .hit bdi { font-family: var(--serif); font-weight: 600; }
.suggestions .hit span { color: var(--soft); font-size: .875rem; white-space: nowrap; }
.suggestions [aria-selected=true], .suggestions li:hover { background: var(--mark); }
.suggestions [aria-selected=true] span, .suggestions li:hover span { color: inherit; }
.notes-on-query { border-inline-start: 3px solid var(--accent); background: var(--wash); padding: .6rem 1rem; margin-block-end: 1.25rem; max-width: 44rem; }
.notes-on-query li { padding-block: .15rem; }
.notes-on-query bdi { font-weight: 600; }
.limits { display: flex; flex-wrap: wrap; gap: .5rem .6rem; padding-block-end: 1.25rem; }
.limits a { display: inline-block; padding: .25rem .75rem; border: 1px solid var(--accent); text-decoration: none; font-size: .9375rem; }
.limits a::after { content: "×"; margin-inline-start: .6em; font-weight: 600; }
.limits a:hover { text-decoration: line-through; text-decoration-thickness: 1px; }
.limits .kind { color: var(--soft); }
.facets a { text-decoration: none; }
.facets bdi { text-decoration: underline; text-decoration-thickness: 1px; }
.facets a:hover bdi { text-decoration-thickness: 2px; }
.count { color: var(--soft); font-variant-numeric: tabular-nums; margin-inline-start: .35em; }
.tally { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 2rem; padding-block-start: 1.75rem;
  border-block-end: 2px solid var(--ink); padding-block-end: .55rem; }
.tally h2 { font-size: 1.375rem; font-variant-numeric: tabular-nums lining-nums; }
.orders ul { display: flex; flex-wrap: wrap; gap: 0 1.25rem; font-size: .9375rem; }
.orders a { display: inline-block; padding-block: .25rem; }
.orders [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
mark { background: var(--mark); color: inherit; padding-inline: .08em; border-radius: 2px; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
.nothing { display: grid; gap: .75rem; padding-block: 1.5rem; font-size: 1.125rem; }
.nothing h2 { font-size: 1.625rem; }
.nothing .introduction { margin: 0; }
.how { padding-block: 1rem; max-width: 60rem; }
.how h2 { font-size: 1.375rem; padding-block: .35rem .55rem; border-block-end: 2px solid var(--ink); }
.how dl > div { display: grid; gap: 0 var(--gap); padding-block: .7rem; border-block-end: 1px solid var(--line); }
.how dt a { font-weight: 600; }
.how .small { padding-block-start: .9rem; }
@media (min-width: 48rem) {
  .find { max-width: 17rem; }
  .how dl > div { grid-template-columns: var(--margin) minmax(0, 1fr); }
}
@media (forced-colors: active) {
  .suggestions [aria-selected=true] { outline: 2px solid; outline-offset: -2px; }
}
`;

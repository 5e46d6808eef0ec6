/** The text of a release, set to be read. */
export const release = `
.release .opening { max-width: 62rem; padding-block-end: 1.5rem; }
.release .introduction { font-size: clamp(1.1875rem, 1.1rem + .5vw, 1.375rem); line-height: calc(var(--leading) - .1); color: var(--ink); }
.opening .slug { margin-block-start: 1.1rem; }
.notice { margin-block-end: 1.25rem; padding: .9rem 1.25rem; max-width: 62rem; background: var(--wash);
  border-inline-start: 4px solid var(--accent); }
.notice p + p { margin-block-start: .4rem; }
.notice strong, .changes strong { margin-inline-end: .5em; }
.release > .notice:first-child { margin-block: 1.5rem 0; }
.release > .notice:first-child + .notice { margin-block: 1rem 0; }
.grave { background: var(--grave-wash); border-color: var(--grave); }
.grave strong { color: var(--grave); }
.copy { border-block-start: 1px solid var(--line); padding-block: 1.5rem; min-width: 0; }
.body { max-width: 40rem; font: 400 1.125rem/calc(var(--leading) + .05) var(--serif); hanging-punctuation: first; }
[dir=rtl].body, :lang(ar).body { font-size: 1.25rem; }
.dateline, .dateline + .set > p:first-child { display: inline; }
.dateline + .set { display: contents; }
.dateline .place { font-weight: 600; letter-spacing: var(--spread); text-transform: uppercase; }
.set > * + *, .notes div > * + * { margin-block-start: 1em; }
.body h2, .body h3 { font-size: 1.25em; margin-block: 1.6em .5em; }
.body h3 { font-size: 1.1em; }
.body ul, .notes ul { list-style: disc; padding-inline-start: 1.3em; }
.body ol { list-style: decimal; padding-inline-start: 1.6em; }
.body li + li { margin-block-start: .35em; }
.body blockquote { margin-inline: 0; padding-inline-start: 1.25em; border-inline-start: 3px solid var(--accent); }
.body table, .notes table { display: block; overflow-x: auto; border-collapse: collapse; font: .9375rem/1.5 var(--sans); }
.body td { font-variant-numeric: tabular-nums; }
.body th, .body td { padding: .4rem .9rem .4rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
.body hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2em; }
.plate { max-width: 44rem; margin-block: 0 1.75rem; }
.body ~ .plate { margin-block: 1.75rem 0; }
figcaption { margin-block-start: .5rem; font-size: .875rem; line-height: 1.5; color: var(--soft); }
.caption { color: var(--ink); }
.lost { margin-block-end: 1.5rem; padding-inline-start: .9rem; border-inline-start: 2px solid var(--line); }
.notes { max-width: 40rem; margin-block-start: 2.25rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); font-size: .9375rem; }
:lang(zh) .body { text-spacing-trim: trim-start; }
.notes h2 { font-size: 1.125rem; margin-block-end: .6rem; }
.changes li + li { margin-block-start: 1rem; }
.compared { white-space: pre-line; font: 400 1rem/var(--leading) var(--serif); }
.compared + .compared { margin-block-start: .9rem; }
.compared del { background: var(--grave-wash); color: var(--grave); }
.compared del + ins { margin-inline-start: .2em; }
.compared ins { background: var(--wash); font-weight: 600; text-decoration: underline; text-underline-offset: .2em; }
.citation { user-select: all; overflow-wrap: anywhere; }
.citation .ref { font-size: inherit; color: inherit; }
.files { margin-block-start: .6rem; display: flex; flex-wrap: wrap; gap: 0 1rem; color: var(--soft); }
.when { color: var(--soft); }
.facts { border-block-start: 2px solid var(--ink); padding-block: 1rem; font-size: .9375rem; }
.facts dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr)); gap: .9rem var(--gap); }
.facts dt { font-size: .8125rem; color: var(--soft); }
.facts dd { line-height: 1.45; }
.facts dd a { display: inline-block; min-height: 1.5rem; }
.facts dd + dd { margin-block-start: .15rem; }
.facts .ref { font-size: .875rem; color: var(--ink); }
.address { font: .8125rem/1.5 var(--mono); unicode-bidi: isolate; }
@media (min-width: 64rem) {
  .release { display: grid; grid-template-columns: var(--margin) minmax(0, 1fr); column-gap: var(--gap); }
  .release > * { grid-column: 1 / -1; }
  .release > .copy { grid-column: 2; }
  .release > .facts { grid-column: 1; grid-row: 4; align-self: start; }
  .release > .copy { grid-row: 4; border-block-start: 2px solid var(--ink); }
  .facts dl { grid-template-columns: 1fr; }
}
`;

/** The masthead above every page, the colophon under it, and the ways to other lists. */
export const frame = `
.masthead { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .5rem 2rem;
  padding-block: 1.25rem .8rem; border-block-end: 3px double var(--ink); }
.nameplate { display: flex; flex-wrap: wrap; align-items: baseline; gap: .1rem .9rem;
  font: 600 1.1875rem/1.35 var(--serif); }
.nameplate a { color: inherit; text-decoration: none; }
.nameplate a:hover { text-decoration: underline; }
.room { font: 400 .9375rem/1.35 var(--sans); color: var(--soft); }
.languages ul { display: flex; flex-wrap: wrap; gap: 0 1.1rem; font-size: .875rem; }
.languages a { display: inline-block; padding-block: .25rem; color: var(--soft); text-decoration: none; }
.languages a:hover { text-decoration: underline; color: var(--ink); }
.languages [aria-current] { color: var(--ink); font-weight: 600;
  text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 2px; }
.opening { padding-block: clamp(1.75rem, 4vw, 3.25rem) clamp(1.25rem, 2.5vw, 2rem); max-width: 60rem; }
.opening .kicker { margin-block-end: .5rem; }
.opening h1 { font-size: clamp(1.5rem, 1.05rem + 2.4vw, 3rem); letter-spacing: -.012em; }
:lang(zh) .opening h1, :lang(ar) .opening h1 { letter-spacing: 0; }
.introduction { margin-block-start: .9rem; max-width: 44rem; font: 400 1.125rem/var(--leading) var(--serif); color: var(--soft);
  text-wrap: pretty; }
.browse { position: relative; z-index: 2; display: flex; flex-wrap: wrap; gap: 0 1.75rem;
  border-block: 1px solid var(--line); font-size: .9375rem; }
.browse summary { cursor: pointer; padding-block: .6rem; list-style: none; }
.browse summary::-webkit-details-marker { display: none; }
.browse summary::after { content: ""; display: inline-block; width: .4em; height: .4em; margin-inline-start: .5em;
  border: solid var(--soft); border-width: 0 1.5px 1.5px 0; transform: translateY(-.2em) rotate(45deg); }
.browse summary:hover, .browse [open] summary { color: var(--accent); }
.browse [open] summary { box-shadow: inset 0 -2px var(--accent); }
.browse details ul { position: absolute; inset-inline: 0; inset-block-start: 100%; max-height: 70vh; overflow: auto;
  padding: 1rem 1.25rem 1.25rem; columns: 15rem; column-gap: 2rem;
  background: var(--paper); border: 1px solid var(--line); border-block-start: 0; box-shadow: 0 1rem 2rem rgb(0 0 0 / .12); }
.browse .years { columns: 6rem; }
/* A keyboard that has gone on from an open fold is not to be behind it. */
main:has(> .browse ~ * :focus-visible) .browse details ul, main:has(+ .colophon :focus-visible) .browse details ul { visibility: hidden; }
.browse li { break-inside: avoid; }
.browse li a { display: block; padding-block: .3rem; }
.pages { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .75rem 2rem;
  margin-block-start: 1rem; padding-block: 1.25rem; border-block-start: 2px solid var(--ink); }
.pages a { font: 600 1.125rem/1.4 var(--serif); padding-block: .25rem; }
.pages .older { margin-inline-start: auto; }
.feeds { border-block-start: 1px solid var(--line); margin-block-start: 1rem; display: flex; flex-wrap: wrap; gap: 0 1.1rem; padding-block: .5rem; font-size: .875rem; color: var(--soft); }
.embed, .past { font-size: .875rem; color: var(--soft); }
.past { padding-block: .3rem; }
.scroll ~ .past { padding-block-start: 1.25rem; }
.embed summary { cursor: pointer; padding-block: .3rem; }
.embed code { overflow-wrap: anywhere; }
.colophon { margin-block-start: 3rem; padding-block: 1.5rem 3rem; border-block-start: 3px double var(--ink);
  display: grid; gap: .75rem; font-size: .9375rem; }
.colophon ul { display: flex; flex-wrap: wrap; gap: .1rem 1.5rem; }
.colophon li a { display: inline-block; padding-block: .25rem; }
.house { font: 600 1rem/1.4 var(--serif); }
.browse ~ .small { padding-block-start: 1.5rem; }
.empty, .way, .above { padding-block: 1.5rem; font-size: 1.125rem; }
.way a { font: 600 1.25rem/1.4 var(--serif); }
.choices { display: grid; gap: .25rem; padding-block-end: 1rem; }
.choices a { display: inline-block; padding-block: .3rem; font: 600 1.25rem/1.4 var(--serif); }
.directory { columns: 18rem; column-gap: var(--gap); border-block-start: 2px solid var(--ink); padding-block-start: .75rem; }
.directory li { break-inside: avoid; padding-block: .35rem; }
.directory.offices { columns: auto; }
.directory.offices li { padding-block: .9rem; border-block-end: 1px solid var(--line); }
.directory.offices a { font: 600 1.3125rem/var(--tight) var(--serif); }
.directory p { max-width: 44rem; color: var(--soft); }
`;

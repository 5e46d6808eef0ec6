/** All pairs of ink and paper have a contrast of at least 4.5. */
export const docsStyle = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #161a1d; --soft: #545d63; --line: #d5dbdc; --accent: #0a4d56;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #0f1415; --ink: #e8ecec; --soft: #a2adb0; --line: #2b3639; --accent: #85cfd6; }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 46rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; }
h1, h2, h3 { line-height: 1.2; text-wrap: pretty; scroll-margin-top: 1rem; }
h1 { font-size: 1.9rem; }
h2 { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
h3 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .5rem 0; }
code { font-family: ui-monospace, Consolas, "Liberation Mono", monospace; font-size: .9em; }
a { color: var(--accent); text-underline-offset: .18em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0; padding: 0; list-style: none; }
dl { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
dl > div, dl > dt { margin-top: .6rem; }
dt { scroll-margin-top: 1rem; }
dl > div > dt, dd.kind { display: inline; }
dd { margin: 0; color: var(--soft); }
dd.kind { margin-inline-start: .5rem; }
.kind { color: var(--soft); font-size: .9rem; }
.address { padding: .5rem .75rem; border: 1px solid var(--line); border-radius: 4px; }
`;

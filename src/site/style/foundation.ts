/** Colours, type and what every page stands on. All pairs of ink and paper have a contrast of at least 4.5. */
export const foundation = `
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #161a1d; --soft: #545d63; --line: #d5dbdc; --wash: #f0f5f5;
  --accent: #0a4d56; --grave: #8c1d12; --grave-wash: #fcf0ee; --mark: #cfe8ea;
  --mono: ui-monospace, "Cascadia Mono", Consolas, "Noto Sans Mono", "Liberation Mono", monospace;
  --margin: 13rem; --gap: 2.5rem;
}
:root, [lang] {
  --serif: "Iowan Old Style", "Palatino Linotype", Palatino, P052, "Noto Serif", Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
  --leading: 1.6; --tight: 1.15; --spread: .06em;
}
[lang|="zh"] {
  --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", SimSun, serif;
  --sans: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif;
  --leading: 1.8; --tight: 1.3; --spread: 0;
}
[lang|="ar"] {
  --serif: "Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", "Times New Roman", serif;
  --sans: "Noto Sans Arabic", "Geeza Pro", "Segoe UI", Tahoma, "Noto Naskh Arabic", sans-serif;
  --leading: 1.9; --tight: 1.45; --spread: 0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1415; --ink: #e8ecec; --soft: #a2adb0; --line: #2b3639; --wash: #182123;
    --accent: #85cfd6; --grave: #f4aca1; --grave-wash: #2c1815; --mark: #17474d;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font-size: 106.25%; border-block-start: 6px solid var(--accent); -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  display: flex; flex-direction: column; min-height: 100vh; margin: 0 auto; max-width: 76rem; padding-inline: clamp(1rem, 4vw, 3rem);
  background: var(--paper); color: var(--ink);
  font: 1rem/var(--leading) var(--sans);
  overflow-wrap: anywhere; line-break: strict; font-kerning: normal; text-autospace: normal;
}
:lang(zh) { line-break: strict; font-style: normal; }
:where([lang]:not(bdi)) { font-family: var(--sans); line-height: var(--leading); }
h1, h2, h3, p, ul, ol, dl, dd, figure, table { margin: 0; padding: 0; }
h1, h2, h3 { font-family: var(--serif); font-weight: 600; line-height: var(--tight); text-wrap: pretty; }
ul, ol { list-style: none; }
a { color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:lang(ar) a { text-underline-offset: .35em; }
a[href^="tel:"], a[href^="mailto:"] { unicode-bidi: isolate; direction: ltr; }
a[href^="tel:"] { white-space: nowrap; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 2px; }
main { flex: 1; min-width: 0; margin-inline: -.5rem; padding-inline: .5rem; overflow-x: clip; }
main:focus { outline: none; }
img { max-width: 100%; height: auto; display: block; background: var(--wash); }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -6rem; z-index: 3;
  padding: .5rem 1rem; background: var(--paper); }
.skip:focus { inset-block-start: .75rem; }
.ref { font-family: var(--mono); font-size: .8125rem; font-variant-numeric: tabular-nums; color: var(--soft);
  unicode-bidi: isolate; direction: ltr; }
.small { font-size: .875rem; color: var(--soft); }
.kicker { font-size: .8125rem; font-weight: 600; letter-spacing: var(--spread); color: var(--accent); }
.label { font-weight: 600; color: var(--ink); border: 1px solid var(--line); border-radius: 2px; padding: 0 .45em; }
.withdrawn, .gone a { color: var(--grave); }
.label.withdrawn { border-color: currentColor; }
@media (prefers-reduced-motion: no-preference) {
  .item h3 a, .browse summary { transition: color .15s; }
}
`;

import { createHash } from 'node:crypto';

/** All pairs of ink and paper have a contrast of at least 4.5, in a light frame and in a dark one. */
export const embedStyle = `
:root { color-scheme: light dark; --paper: #fff; --ink: #161a1d; --soft: #545d63; --line: #d5dbdc; --accent: #0a4d56; --grave: #8c1d12; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #0f1415; --ink: #e8ecec; --soft: #a2adb0; --line: #2b3639; --accent: #85cfd6; --grave: #f4aca1; }
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; padding: .75rem 1rem; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif; }
:lang(zh) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif; }
:lang(ar) { font-family: "Noto Sans Arabic", "Geeza Pro", "Segoe UI", Tahoma, sans-serif; line-height: 1.8; }
h1, h2, p, ol { margin: 0; padding: 0; font-size: 1rem; }
ol { list-style: none; }
a { color: var(--accent); }
h1 a, h2 a { color: inherit; text-decoration: none; }
h1 a:hover, h2 a:hover { text-decoration: underline; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h1 { font-size: 1.125rem; line-height: 1.35; }
li { padding-block: .6rem; border-block-start: 1px solid var(--line); }
h1 + ol { margin-block-start: .6rem; }
h2 { line-height: 1.35; }
.about { display: flex; flex-wrap: wrap; gap: 0 .75rem; font-size: .875rem; color: var(--soft); }
.summary { margin-block-start: .4rem; }
.grave { color: var(--grave); font-weight: 600; }
.all { padding-block-start: .6rem; border-block-start: 1px solid var(--line); font-size: .875rem; }
`.trim();

/** Its name changes with its bytes, so it may be kept for ever. */
export const embedStylePath = `/assets/${createHash('sha256').update(embedStyle).digest('hex').slice(0, 16)}.css`;

/** The form above a text that its reader is asked to review. */
export const review = `
.review { max-width: 44rem; margin-block: 1.5rem; padding: 1.1rem 1.25rem; border: 1px solid var(--line); border-block-start: 4px solid var(--accent); background: var(--wash); }
.review h2 { font-size: 1.375rem; }
.review > * + * { margin-block-start: .7rem; }
.review .asked { font-size: 1.0625rem; white-space: pre-line; }
.review label { display: block; margin-block: .8rem .3rem; font-weight: 600; font-size: .9375rem; }
.review input, .review select, .review textarea, .review button { font: inherit; max-width: 100%; border: 1px solid var(--soft); border-radius: 0;
  padding: .5rem .75rem; min-height: 2.75rem; background: var(--paper); color: var(--ink); }
.review input, .review select, .review textarea { display: block; width: 100%; margin: 0; }
.review textarea { resize: vertical; }
.review .do { display: flex; flex-wrap: wrap; gap: .6rem; margin-block-start: 1rem; }
.review button { cursor: pointer; border-color: var(--accent); background: var(--accent); color: var(--paper); font-weight: 600; }
.review .other { background: var(--paper); color: var(--accent); }
.review button:hover { text-decoration: underline; }
.review .notice li { padding-block: .15rem; }
.review > .sent { margin-block-start: 1.25rem; }
.sent { padding-block-start: .9rem; border-block-start: 1px solid var(--line); }
.sent h3 { font-size: 1.125rem; }
.sent li { padding-block: .6rem; }
.sent li + li { border-block-start: 1px solid var(--line); }
.sent .said { white-space: pre-line; }
@media print { .review { display: none; } }
`;

/** On paper: the text, its reference and its address; nothing to click. */
export const print = `
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; --line: #999; --accent: #000; --grave: #000; --wash: #fff; --grave-wash: #fff; --mark: #fff; }
  html { font-size: 11pt; }
  body { display: block; max-width: none; padding: 0; }
  .skip, .find, .seek, .orders, .languages, .browse, .pages, .feeds, .past, .embed, .colophon ul, .files, .changes a, .notice a, .foot a, .foot span:not(.label) { display: none; }
  html { border: 0; }
  .masthead { padding-block: 0 .5rem; }
  a { color: inherit; text-decoration: none; }
  .body a[href^="http"]::after, .notes a[href^="http"]::after { content: " <" attr(href) ">"; font-size: .8em; }
  .item, figure, tr { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
  .release { display: block; }
  .facts dl { grid-template-columns: repeat(3, 1fr); }
  .plate { max-width: 12cm; }
  .thumb { max-width: 5cm; }
  .facts, .notice { break-inside: avoid; }
  .body, .notes { max-width: none; }
  .notice { border: 1px solid; }
  .scroll { overflow: visible; }
}
`;

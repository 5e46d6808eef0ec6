import { parseFragment } from 'parse5';
import { expect, test } from 'vitest';
import { cleanPaste } from './clean-paste.ts';
import type { Piece } from './pieces.ts';

interface Parsed {
  readonly nodeName: string;
  readonly tagName?: string;
  readonly value?: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Parsed[];
}

/** As the browser's parser reads it. */
function clean(html: string): string {
  return cleanPaste(piecesIn(parseFragment(html) as unknown as Parsed));
}

function piecesIn(node: Parsed): readonly Piece[] {
  return (node.childNodes ?? []).flatMap((child): readonly Piece[] => {
    if (child.nodeName === '#text') return [child.value ?? ''];
    if (child.tagName === undefined) return [];
    const attributes = Object.fromEntries((child.attrs ?? []).map(({ name, value }) => [name, value]));
    return [{ tag: child.tagName, attributes, children: piecesIn(child) }];
  });
}

const wordItem = (level: number, mark: string, text: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='font-family:Symbol;mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;

test('a page of Word keeps its structure and loses its looks', () => {
  const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style></head><body>
<!--StartFragment--><h1 style='mso-style-next:Normal'>A new&nbsp;ferry<o:p></o:p></h1>
<p class=MsoNormal style='margin-bottom:8.0pt'><span lang=EN-GB style='font-size:12.0pt;font-family:"Arial",sans-serif;color:red'>It sails
<b style='mso-bidi-font-weight:normal'>daily</b> and <i>slowly</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>See <a href="https://calder.example/x" style='color:blue'><span>the port</span></a>.</p><!--EndFragment--></body></html>`;
  expect(clean(word)).toBe(
    '<h2>A new\u00a0ferry</h2><p>It sails <strong>daily</strong> and <em>slowly</em>.</p><p>See <a href="https://calder.example/x">the port</a>.</p>',
  );
});

test('paragraphs that Word shows as a list become one, with the inner list inside', () => {
  const html = [wordItem(1, '·', 'One'), wordItem(2, 'o', 'Inner'), wordItem(1, '·', 'Two')].join('\n');
  expect(clean(html)).toBe('<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul>');
  expect(clean(`${wordItem(1, '1.', 'First')}${wordItem(1, '2.', 'Second')}<p>After</p>`)).toBe(
    '<ol><li>First</li><li>Second</li></ol><p>After</p>',
  );
});

test('a page of Google Docs keeps strong, emphasis and lists, without its wrapper', () => {
  const docs = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h3 dir="ltr"><span style="font-size:14pt;font-weight:400;">Fares</span></h3><p dir="ltr" style="line-height:1.38"><span style="font-weight:700;white-space:pre-wrap;">Bold</span><span style="font-weight:400;"> and </span><span style="font-style:italic;font-weight:400">thin</span><span style="vertical-align:super">2</span></p><ul><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>One</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>Inner</span></p></li></ul></ul><br><p dir="ltr"><a href="https://www.google.com/url?q=https://calder.example/a%3Fb&amp;sa=D"><span>Link</span></a></p></b>`;
  expect(clean(docs)).toBe(
    '<h3>Fares</h3><p><strong>Bold</strong> and <em>thin</em><sup>2</sup></p><ul><li>One<ul><li>Inner</li></ul></li></ul><p><a href="https://calder.example/a?b">Link</a></p>',
  );
});

test('a table keeps its cells and what they span', () => {
  const table = `<table border=1 style="width:100%"><colgroup><col width=10></colgroup><tr><th scope="col" style="x:y"><p>Year</p></th><td colspan=2 bgcolor=red>1<br></td></tr></table>`;
  expect(clean(table)).toBe(
    '<table><tbody><tr><th scope="col"><p>Year</p></th><td colspan="2">1</td></tr></tbody></table>',
  );
});

test('nothing that runs comes through', () => {
  const hostile = `<div onclick="x()">a<script>alert(1)</script><img src=x onerror=alert(1)><a href="javascript:alert(1)">b</a><svg><script>x</script></svg><iframe src="//x"></iframe></div>`;
  expect(clean(hostile)).toBe('<p>ab</p>');
});

test('words that were struck out in tracked changes stay behind, and Arabic keeps its direction', () => {
  expect(clean('<p>It <del>was</del><ins>is</ins> so</p><p dir="rtl">نص</p>')).toBe(
    '<p>It is so</p><p dir="rtl">نص</p>',
  );
});

test('what is loose becomes paragraphs, and what is empty goes', () => {
  expect(clean('loose <b>words</b><div></div><div><div>deep</div></div><p> </p>')).toBe(
    '<p>loose <strong>words</strong></p><p>deep</p>',
  );
});

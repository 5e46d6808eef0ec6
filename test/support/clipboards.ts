import type { Locator } from 'playwright-core';

// What other programs leave on the clipboard, in the shapes that they give it: written here, about the port of Calder.

const ignored = (mark: string) =>
  `<![if !supportLists]><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>`;
const wordItem = (mark: string, level: number, words: string) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'>${ignored(mark)}<span lang=EN-GB>${words}<o:p></o:p></span></p>`;
const wordCell = (words: string) =>
  `<td width=208 valign=top style='width:155.8pt;border:solid windowtext 1.0pt;mso-border-alt:solid windowtext .5pt'><p class=MsoNormal style='margin-bottom:0cm'><span lang=EN-GB>${words}<o:p></o:p></span></p></td>`;

/** As a word processor of an office gives it: a page of its own, classes and styles everywhere, lists that are paragraphs. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- @font-face {font-family:Calibri;} p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style></head>
<body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<h1 style='margin-top:12.0pt'><span lang=EN-GB style='color:#2F5496'>A second ferry<o:p></o:p></span></h1>
<p class=MsoNormal><span lang=EN-GB style='font-family:"Arial",sans-serif;mso-fareast-language:EN-GB'>The port buys
a <b style='mso-bidi-font-weight:normal'>second</b> ferry, the <i>Kingfisher</i>.<o:p></o:p></span></p>
<p class=MsoNormal><span lang=EN-GB><o:p>&nbsp;</o:p></span></p>
${wordItem('·', 1, 'It carries bicycles.')}
${wordItem('o', 2, 'Two dozen of them.')}
${wordItem('·', 1, 'It has a kitchen.')}
<table class=MsoTableGrid border=1 cellspacing=0 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'>${wordCell('Ferry')}${wordCell('Seats')}</tr><tr>${wordCell('Kingfisher')}${wordCell('120')}</tr></table>
<p class=MsoNormal>See <a href="https://calder.example/ferries" style='mso-comment-reference:X'><span style='color:#0563C1'>all ferries of the port</span></a>.</p>
<!--EndFragment--></body></html>`;

/** As a word processor in the browser gives it: one wrapper that is bold and is not, spans for everything. */
export const fromGoogleDocs = `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5f0c1d2e-7fff-0000-1111-222233334444">
<h2 dir="ltr" style="line-height:1.38;margin-top:18pt;margin-bottom:6pt;"><span style="font-size:16pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;font-weight:400;">A second ferry</span></h2>
<p dir="ltr" style="line-height:1.38;margin-top:0pt;"><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">The port buys a </span><span style="font-size:11pt;font-weight:700;white-space:pre-wrap;">second</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;"> ferry, the </span><span style="font-size:11pt;font-weight:400;font-style:italic;white-space:pre-wrap;">Kingfisher</span><span style="font-size:11pt;font-weight:400;white-space:pre-wrap;">.</span></p><br />
<ul style="margin-top:0;padding-inline-start:48px;"><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" style="line-height:1.38;" role="presentation"><span>It carries bicycles.</span></p></li><ul style="margin-top:0;"><li dir="ltr" style="list-style-type:circle;" aria-level="2"><p dir="ltr" role="presentation"><span>Two dozen of them.</span></p></li></ul><li dir="ltr" style="list-style-type:disc;" aria-level="1"><p dir="ltr" role="presentation"><span>It has a kitchen.</span></p></li></ul>
<div dir="ltr" style="margin-left:0pt;" align="left"><table style="border:none;border-collapse:collapse;"><colgroup><col width="300" /><col width="300" /></colgroup><tbody><tr style="height:0pt"><td style="border:solid #000 1pt;padding:5pt;"><p dir="ltr"><span>Ferry</span></p></td><td style="border:solid #000 1pt;"><p dir="ltr"><span>Seats</span></p></td></tr><tr style="height:0pt"><td><p dir="ltr"><span>Kingfisher</span></p></td><td><p dir="ltr"><span>120</span></p></td></tr></tbody></table></div>
<p dir="ltr"><span>See </span><a href="https://www.google.com/url?q=https://calder.example/ferries&amp;sa=D&amp;source=editors" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">all ferries of the port</span></a><span>.</span></p></b>`;

/** What the newsroom keeps of either. */
export const cleaned = [
  '<h2>A second ferry</h2><p>The port buys a <strong>second</strong> ferry, the <em>Kingfisher</em>.</p>',
  '<ul><li>It carries bicycles.<ul><li>Two dozen of them.</li></ul></li><li>It has a kitchen.</li></ul>',
  '<table><tbody><tr><td>Ferry</td><td>Seats</td></tr><tr><td>Kingfisher</td><td>120</td></tr></tbody></table>',
  '<p>See <a href="https://calder.example/ferries">all ferries of the port</a>.</p>',
].join('');

/** Pastes HTML where the keyboard would. */
export async function pasteInto(place: Locator, html: string): Promise<void> {
  await place.focus();
  await place.evaluate((element, text) => {
    const data = new DataTransfer();
    data.setData('text/html', text);
    data.setData('text/plain', 'as plain text');
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, html);
}

/** A file comes in as if it was dropped there, or pasted. */
export async function handOver(
  place: Locator,
  by: 'drop' | 'paste',
  file: { readonly name: string; readonly bytes: Buffer },
): Promise<void> {
  const order = { by, name: file.name, base64: file.bytes.toString('base64') };
  await place.scrollIntoViewIfNeeded();
  await place.evaluate((element, { by: way, name, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name, { type: 'image/jpeg' }));
    const { left, top, width, height } = element.getBoundingClientRect();
    const shape = { bubbles: true, cancelable: true, clientX: left + width / 2, clientY: top + height / 2 };
    element.dispatchEvent(
      way === 'drop'
        ? new DragEvent('drop', { dataTransfer: data, ...shape })
        : new ClipboardEvent('paste', { clipboardData: data, ...shape }),
    );
  }, order);
}

import { cleanPaste } from '../text/clean-paste.ts';
import type { Piece } from '../text/pieces.ts';

/** Cleans what the clipboard holds. What was copied from the editor itself is clean and says what it was part of. */
export function readPaste(html: string): string {
  if (html.includes('data-pm-slice')) return html;
  // A document of its own: nothing in it runs or loads.
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
  return cleanPaste(piecesIn(body));
}

/** Styles are read as words, never as styles: the page's policy would refuse them, loudly. */
function withoutStyles(html: string): string {
  return html
    .replace(/<style\b[\s\S]*?<\/style\s*>/gi, '')
    .replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/(\s)style(?=\s*=)/gi, '$1data-style'));
}

function piecesIn(parent: ParentNode): readonly Piece[] {
  return [...parent.childNodes].flatMap((node): readonly Piece[] => {
    if (node instanceof Text || node.nodeType === 3) return [node.nodeValue ?? ''];
    if (node.nodeType !== 1) return [];
    const element = node as Element;
    const attributes = Object.fromEntries(
      [...element.attributes].map(({ name, value }) => [name.replace(/^data-style$/, 'style'), value]),
    );
    return [{ tag: element.localName, attributes, children: piecesIn(element) }];
  });
}

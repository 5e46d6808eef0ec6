import { type Element, type Piece, readPieces, textOf, writePieces } from '../text/pieces.ts';

/**
 * What the editor holds, as the newsroom keeps it: an item or a cell is its words, not a paragraph of them; a table has
 * its head, its body and its caption; empty paragraphs are gone.
 */
export function tidyHtml(html: string): string {
  return writePieces(readPieces(html).flatMap((piece) => tidied(piece)));
}

function tidied(piece: Piece): readonly Piece[] {
  if (typeof piece === 'string') return [piece];
  if (piece.tag === 'table') return [tidyTable(piece)];
  const children = piece.children.flatMap((child) => tidied(child));
  if (isTextBlock(piece.tag) && textOf(children).trim() === '') return [];
  if (piece.tag === 'li') return [{ ...piece, children: withoutFirstParagraph(children) }];
  if (piece.tag === 'blockquote' && children.length === 0) return [];
  if ((piece.tag === 'ul' || piece.tag === 'ol') && children.length === 0) return [];
  return [{ ...piece, children }];
}

function isTextBlock(tag: string): boolean {
  return tag === 'p' || tag === 'h2' || tag === 'h3';
}

/** Paragraphs after the first keep their tags: `<li>words<p>more</p></li>`. */
function withoutFirstParagraph(children: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = children;
  if (first === undefined || typeof first === 'string' || first.tag !== 'p') return children;
  return Object.keys(first.attributes).length > 0 ? children : [...first.children, ...rest];
}

function tidyTable({ attributes, children }: Element): Element {
  const rows = children.flatMap((child) => rowsIn(child)).map(tidyRow);
  const firstBody = rows.findIndex((row) => cellsOf(row).some(({ tag }) => tag !== 'th'));
  // A table that is all heads has no head.
  const heads = firstBody === -1 ? 0 : firstBody;
  const caption = attributes['data-caption'] ?? '';
  return element('table', [
    ...(caption === '' ? [] : [element('caption', [caption])]),
    ...(heads === 0
      ? []
      : [
          element(
            'thead',
            rows.slice(0, heads).map((row) => scoped(row, 'col')),
          ),
        ]),
    element(
      'tbody',
      rows.slice(heads).map((row) => scoped(row, 'row')),
    ),
  ]);
}

function rowsIn(piece: Piece): readonly Element[] {
  if (typeof piece === 'string') return [];
  return piece.tag === 'tr' ? [piece] : piece.children.flatMap((child) => rowsIn(child));
}

function tidyRow(row: Element): Element {
  const cells = cellsOf(row).map((cell) => {
    const attributes = Object.entries(cell.attributes).filter(
      ([name, value]) => ['colspan', 'rowspan', 'scope'].includes(name) && value !== '1' && value !== '',
    );
    const children = cell.children.flatMap((child) => tidied(child));
    return { ...cell, attributes: Object.fromEntries(attributes), children: withoutFirstParagraph(children) };
  });
  return { ...row, attributes: {}, children: cells };
}

function scoped(row: Element, scope: string): Element {
  const cells = cellsOf(row).map((cell) =>
    cell.tag !== 'th' || 'scope' in cell.attributes ? cell : { ...cell, attributes: { scope, ...cell.attributes } },
  );
  return { ...row, children: cells };
}

function cellsOf({ children }: Element): readonly Element[] {
  return children.filter((child): child is Element => typeof child !== 'string');
}

function element(tag: string, children: readonly Piece[]): Element {
  return { tag, attributes: {}, children };
}
